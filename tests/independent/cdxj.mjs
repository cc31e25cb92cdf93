// Indexes a WARC file with warcio and prints CDXJ lines.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { CDXIndexer } from "warcio";

const file = process.argv[2];
const indexer = new CDXIndexer({ format: "cdxj" });
await indexer.writeAll([{ filename: basename(file), reader: createReadStream(file) }], process.stdout);

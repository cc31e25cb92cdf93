// Reads a WARC file with warcio and prints a JSON object a record: what it is, where it stands, and the digests of its block, its payload (transfer coding off) and
// its content (content coding off too), computed here and not taken from the file.
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { WARCParser } from "warcio";

const sha256 = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");
const parse = (parseHttp) => new WARCParser(createReadStream(process.argv[2]), { strictHeaders: true, parseHttp })[Symbol.asyncIterator]();

const [parsers, read] = [{ block: new WARCParser(createReadStream(process.argv[2]), { parseHttp: false }), payload: parse(true), content: parse(true) }, []];
for (;;) {
  const block = await parsers.block.parse();
  if (!block) break;
  const blockDigest = sha256(await block.readFully(false));
  const payload = (await parsers.payload.next()).value;
  payload.httpHeaders?.headers.delete("Content-Encoding");
  const payloadDigest = sha256(await payload.readFully(true));
  const content = (await parsers.content.next()).value;
  const contentDigest = sha256(await content.readFully(true));
  read.push({ block, line: { type: block.warcType, offset: parsers.block.offset, headers: Object.fromEntries(block.warcHeaders.headers.entries()), version: block.warcHeaders.protocol,
    status: content.httpHeaders?.statusCode ?? null, block: blockDigest, payload: payloadDigest, content: contentDigest } });
  await block.skipFully();
  read.at(-1).line.length = parsers.block.recordLength;
}
for (const { line } of read) console.log(JSON.stringify(line));

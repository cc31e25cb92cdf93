// Reads every response of WARC files with warcio, bodies unpacked, and says how many pages a second that makes: what bench/ compares with.
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

const [start, cpu] = [performance.now(), process.cpuUsage()];
let [pages, bytes] = [0, 0];
for (const file of process.argv.slice(2)) {
  for await (const record of new WARCParser(createReadStream(file))) {
    if (record.warcType !== "response") continue;
    bytes += (await record.readFully(true)).length;
    pages++;
  }
}
const used = process.cpuUsage(cpu);
const [seconds, processor] = [(performance.now() - start) / 1e3, (used.user + used.system) / 1e6];
console.log(`${Math.round(pages / processor)} pages/s of processor time (${Math.round(pages / seconds)}/s by the clock), ${pages} pages, ${bytes} bytes`);

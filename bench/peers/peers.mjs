// Runs article extractors of npm over pages with gold and scores them as Marsad is scored (eval/Marsad.Eval/Suites/PagesSuite.cs, word 4-grams):
//   npm ci && node peers.mjs FOLDER... [--only NAME] [--out FILE.jsonl]
// FOLDER holds ground-truth.json and html/*.html.gz, or *.gold.json with *.html.gz. Times are processor time, reading text and metadata from the page's characters.
import { existsSync, readFileSync, readdirSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { JSDOM, VirtualConsole } from 'jsdom';
import { Defuddle } from 'defuddle/node';
import { extractFromHtml } from '@extractus/article-extractor';

const anyAddress = 'https://outlet.example/a';
const quiet = new VirtualConsole();

/** Text as a reader sees it: what elements of their own hold stands on lines of its own. */
const plain = html => parseHTML(`<html><body>${(html ?? '').replace(/<(p|div|li|h[1-6]|br|tr|td|blockquote|figcaption|section)\b/gi, '\n<$1')}</body></html>`).document.body.textContent ?? '';

/** jsdom keeps a window's memory until it is closed. */
async function inWindow(page, read) {
  const dom = new JSDOM(page.html, { url: page.url, virtualConsole: quiet });
  try { return await read(dom); } finally { dom.window.close(); }
}

const peers = {
  'readability on linkedom': page => new Readability(parseHTML(page.html).document).parse()?.textContent,
  'readability on jsdom': page => inWindow(page, dom => new Readability(dom.window.document).parse()?.textContent),
  'defuddle': page => inWindow(page, async dom => plain((await Defuddle(dom, page.url)).content)),
  'article-extractor': async page => plain((await extractFromHtml(page.html, page.url, { contentLengthThreshold: 0 }))?.content),
};

function pagesOf(folder) {
  const read = file => gunzipSync(readFileSync(file)).toString('utf8');
  const truth = join(folder, 'ground-truth.json');
  if (existsSync(truth))
    return Object.entries(JSON.parse(readFileSync(truth, 'utf8'))).map(([id, gold]) => ({ id, html: read(join(folder, 'html', `${id}.html.gz`)), url: gold.url ?? anyAddress, text: gold.articleBody ?? '' }));
  return readdirSync(folder).filter(name => name.endsWith('.gold.json')).sort().map(name => ({
    id: name.slice(0, -10), html: read(join(folder, name.replace('.gold.json', '.html.gz'))), url: anyAddress, text: JSON.parse(readFileSync(join(folder, name), 'utf8')).paragraphs.join('\n'),
  }));
}

const words = text => text.match(/[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/gu) ?? [];

function grams(all) {
  const counts = new Map();
  for (let i = 0; all.length > 0 && i < Math.max(1, all.length - 3); i++) {
    const gram = all.slice(i, i + 4).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const sum = numbers => numbers.reduce((total, number) => total + number, 0);
const mean = numbers => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length);

function compare(gold, found) {
  const [goldWords, foundWords] = [words(gold), words(found)];
  const [wanted, given] = [grams(goldWords), grams(foundWords)];
  const shared = sum([...wanted].map(([gram, count]) => Math.min(count, given.get(gram) ?? 0)));
  const [all, of] = [sum([...given.values()]), Math.max(1, sum([...wanted.values()]))];
  return { found: all, precision: all === 0 ? 0 : shared / all, recall: shared / of, exact: goldWords.join(' ') === foundWords.join(' ') };
}

async function measure(name, read, pages, out) {
  const scores = [];
  let failed = 0;
  let busy = 0;
  for (const page of pages) {
    const start = process.cpuUsage();
    let text = '';
    try { text = (await read(page)) ?? ''; } catch { failed++; }
    const used = process.cpuUsage(start);
    busy += (used.user + used.system) / 1e6;
    scores.push(compare(page.text, text));
    if (out) appendFileSync(out, JSON.stringify({ peer: name, id: page.id, text }) + '\n');
  }
  const precision = mean(scores.filter(score => score.found > 0).map(score => score.precision));
  const recall = mean(scores.map(score => score.recall));
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const exact = mean(scores.map(score => (score.exact ? 1 : 0)));
  console.log(`  ${name.padEnd(24)} f1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  exact ${exact.toFixed(4)}  ${(pages.length / busy).toFixed(0)} pages/s${failed ? `  (threw on ${failed})` : ''}`);
}

const flag = name => { const at = process.argv.indexOf(name); return at < 0 ? null : process.argv.splice(at, 2)[1]; };
const [only, out] = [flag('--only'), flag('--out')];
const log = console.log.bind(console);
console.warn = console.error = console.debug = console.info = () => {};
for (const folder of process.argv.slice(2)) {
  const pages = pagesOf(folder);
  log(`${folder}: ${pages.length} pages`);
  for (const [name, read] of Object.entries(peers)) if (!only || name === only) await measure(name, read, pages, out);
}

using BenchmarkDotNet.Running;
using Marsad.Bench;
using Marsad.Bench.Growth;

// `archive [N]` times the archive, `read [N]` the reading of a corpus as a whole, `pages [FOLDER]` the reading of pages, `growth N [--store FOLDER]` filing as the store grows, `growth-beside FOLDER FOLDER …` filing into stores of several sizes in turns, `soak MARSAD MINUTES [SOURCES]` lets a station follow a farm of outlets; everything else goes to BenchmarkDotNet (`--filter *`).
if (args is ["read", ..]) return MacroRead.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue);
if (args is ["pages", ..]) return MacroPages.Run(args.Length > 1 ? args[1] : Path.Combine("..", "shared", "data", "extraction"));
if (args is [MacroPages.FirstCommand, var reader, var folder]) return MacroPages.RunFirst(int.Parse(reader, System.Globalization.CultureInfo.InvariantCulture), folder);
if (args is ["soak", var marsad, var minutes, ..])
    return await Marsad.Bench.Soak.SoakRun.RunAsync(marsad, double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture), args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 500);
if (args is ["archive", ..])
    return MacroArchive.Run(Path.Combine("..", "shared", "data", "extraction"), args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000);
if (args is ["growth", var articles, ..])
    return await GrowthRun.RunAsync(Corpus.Crawl, long.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), args is [_, _, "--store", var store] ? store : Path.Combine(Path.GetTempPath(), "marsad-growth"));
if (args is ["growth-beside", .. var folders] && folders.Length > 0) return GrowthBeside.Run(Corpus.Crawl, folders);
BenchmarkSwitcher.FromAssembly(typeof(TokenBenchmarks).Assembly).Run(args);
return 0;

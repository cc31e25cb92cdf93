using BenchmarkDotNet.Running;
using Marsad.Bench;

// `read [N]` times the reading of a corpus as a whole, `pages [FOLDER]` the reading of pages; everything else goes to BenchmarkDotNet (`--filter *`).
if (args is ["read", ..]) return MacroRead.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue);
if (args is ["pages", ..]) return MacroPages.Run(args.Length > 1 ? args[1] : Path.Combine("..", "shared", "data", "extraction"));
if (args is [MacroPages.FirstCommand, var reader, var folder]) return MacroPages.RunFirst(int.Parse(reader, System.Globalization.CultureInfo.InvariantCulture), folder);
BenchmarkSwitcher.FromAssembly(typeof(TokenBenchmarks).Assembly).Run(args);
return 0;

return await Marsad.Cli.CommandLine.Root().Parse(args).InvokeAsync();

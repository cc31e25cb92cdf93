using System.CommandLine;
using Marsad.Cli;
using Marsad.Cli.Commands;

try
{
    return await CommandLine.Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception down) when (OnStation.IsDown(down))
{
    return OnStation.Refuse(down.Message);
}
catch (Exception fault)
{
    if (fault is not OperationCanceledException) Console.Error.WriteLine($"marsad: a fault of ours. {fault}");
    return 1;
}

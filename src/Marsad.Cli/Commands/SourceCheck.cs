using System.CommandLine;
using Marsad.Fetch;
using Marsad.Flow;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source check`: asks sources now and shows what comes, and changes nothing.</summary>
internal static class SourceCheck
{
    public static Command Create()
    {
        var ids = new Argument<long[]>("ID") { Description = "As marsad source list shows them. None: every source.", Arity = ArgumentArity.ZeroOrMore };
        var (data, hosts, contact) = (DataOption.Create(), HostOption.Create(), ContactOption.Create());
        var command = new Command("check", """
            Asks sources now, shows what comes and how the newest page reads. Nothing is kept, and no poll is put off.

            Examples:
              marsad source check 3
              marsad source check

            Exit code: 0 if all of them can be read; 1 if one cannot.
            """) { ids, data, hosts, contact };
        command.SetAction(async (parsed, stop) =>
        {
            using var store = SourceCommand.Open(parsed.GetRequiredValue(data));
            var wanted = parsed.GetValue(ids) ?? [];
            var sources = store.Sources.All().Where(source => wanted.Length == 0 || wanted.Contains(source.Id)).ToList();
            if (wanted.Except(sources.Select(source => source.Id)).ToList() is { Count: > 0 } strange) return SourceCommand.Refuse($"there is no source {string.Join(", ", strange)}");
            return await CheckAsync(sources, new FetchOptions { Hosts = HostOption.Value(parsed, hosts), Contact = parsed.GetValue(contact) }, stop);
        });
        return command;
    }

    private static async Task<int> CheckAsync(List<Source> sources, FetchOptions fetch, CancellationToken stop)
    {
        using var probe = new SourceProbe(fetch, TimeProvider.System);
        var status = 0;
        foreach (var source in sources)
        {
            Console.WriteLine($"Source {source.Id}, {source.Outlet}");
            switch (await probe.CheckAsync(source, stop))
            {
                case ProbeResult.Found found:
                    SourceAdd.Show(found);
                    break;
                case ProbeResult.NotFound { Trouble: var trouble }:
                    status = SourceCommand.Refuse($"{source.FeedUrl} cannot be read", trouble);
                    break;
            }
        }

        return status;
    }
}

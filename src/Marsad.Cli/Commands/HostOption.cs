using System.CommandLine;
using Marsad.Fetch;

namespace Marsad.Cli.Commands;

/// <summary>The option that opens a way to hosts which the address policy keeps closed: one's own servers.</summary>
internal static class HostOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--host")
        {
            Description = "Reach a host at a fixed place: NAME=ADDRESS:PORT (news.example=127.0.0.1:8080). Only so are this machine and inner networks reached. May be repeated.",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!HostMap.TryParse(token.Value, out _)) result.AddError($"--host {token.Value}: write NAME=ADDRESS:PORT, such as news.example=127.0.0.1:8080");
        });
        return option;
    }

    public static HostMap Value(ParseResult parsed, Option<string[]> option) => new((parsed.GetValue(option) ?? [])
        .Select(text => HostMap.TryParse(text, out var place) ? place : throw new FormatException(text)));
}

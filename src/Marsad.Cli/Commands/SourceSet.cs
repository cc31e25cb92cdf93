using System.CommandLine;
using Marsad.Store;

namespace Marsad.Cli.Commands;

/// <summary>`marsad source set`: what people know of a source better than its feed.</summary>
internal static class SourceSet
{
    public static Command Create()
    {
        var (id, data) = (SourceCommand.Id(), DataOption.Create());
        var outlet = new Option<string?>("--outlet") { Description = "The outlet's name." };
        var language = new Option<string?>("--language") { Description = "The language of its pages, such as ar." };
        var country = new Option<string?>("--country") { Description = "The outlet's country, such as KZ." };
        var trust = new Option<SourceTrust?>("--trust") { Description = "How far the outlet is trusted: high, usual or low." };
        var command = new Command("set", """
            Corrects what is said of a source. What is not given stays as it is.

            Example:
              marsad source set 3 --country EG --trust high
            """) { id, outlet, language, country, trust, data };
        command.SetAction(parsed =>
        {
            using var store = SourceCommand.Open(parsed.GetRequiredValue(data));
            var change = new SourceChange(parsed.GetValue(outlet), parsed.GetValue(language), parsed.GetValue(country), parsed.GetValue(trust));
            return store.Sources.Change(parsed.GetRequiredValue(id), change) ? 0 : SourceCommand.Refuse($"there is no source {parsed.GetRequiredValue(id)}");
        });
        return command;
    }
}

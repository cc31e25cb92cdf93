using System.CommandLine;
using System.Globalization;
using Marsad.Cli.Output;
using Marsad.Store;
using Marsad.Store.Queries;

namespace Marsad.Cli.Commands;

/// <summary>`marsad situation`: what a user follows, and its dossier to hand over.</summary>
internal static class SituationCommand
{
    private const string Examples = """
        Situations: words, names and places that are followed over a span of time, with all that was said of them.

        Examples:
          marsad situation create almaty --title "Unrest in Almaty" --term Almaty --term "state of emergency" --from 2022-01-02
          marsad situation list
          marsad situation export almaty --format pdf --output almaty.pdf
          marsad situation export almaty --format parquet --output almaty.parquet
        """;

    public static Command Create() => new("situation", Examples) { Follow(), List(), Remove(), ExportCommand.CreateForSituation() };

    private static Command Follow()
    {
        var slug = new Argument<string>("NAME") { Description = "Its name in addresses: small Latin letters, digits and hyphens. One that is followed already is changed." };
        var title = new Option<string>("--title") { Description = "Its title.", Required = true };
        var english = new Option<string?>("--title-en") { Description = "Its title in English, if the other is not." };
        var terms = new Option<string[]>("--term") { Description = "A word, phrase, name or place; any of them brings an article in. May be given again.", Required = true };
        var (from, to) = (Day("--from", "First day."), Day("--to", "Last day; without it the situation goes on."));
        var data = DataOption.Create();
        slug.Validators.Add(result =>
        {
            if (!Situation.IsSlug(result.GetValueOrDefault<string>() ?? "")) result.AddError("NAME has small Latin letters, digits and hyphens only.");
        });
        var command = new Command("create", """
            Follows a situation: gathers what was filed already, and every article that comes.

            Example:
              marsad situation create almaty --title "Unrest in Almaty" --term Almaty --from 2022-01-02
            """) { slug, title, english, terms, from, to, data };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store =>
        {
            var name = parsed.GetRequiredValue(slug);
            store.Situations.Follow(new Situation(
                name, parsed.GetRequiredValue(title), parsed.GetValue(english) ?? parsed.GetRequiredValue(title), parsed.GetRequiredValue(terms), parsed.GetValue(from), parsed.GetValue(to)));
            Console.WriteLine(store.Read(connection => Line(connection.Situation(name)!)));
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var data = DataOption.Create();
        var command = new Command("list", """
            Lists situations with their counts.

            Example:
              marsad situation list
            """) { data };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store =>
        {
            foreach (var situation in store.Read(connection => connection.Situations())) Console.WriteLine(Line(situation));
            return 0;
        }));
        return command;
    }

    private static Command Remove()
    {
        var slug = new Argument<string>("NAME") { Description = "The situation's name." };
        var data = DataOption.Create();
        var command = new Command("remove", """
            Stops following a situation; articles and alerts stay.

            Example:
              marsad situation remove almaty
            """) { slug, data };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store => store.Situations.Remove(parsed.GetRequiredValue(slug)) ? 0 : Unknown(parsed.GetRequiredValue(slug))));
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description + " ISO 8601, such as 2022-01-05.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} is a day such as 2022-01-05.");
            return null;
        },
    };

    private static string Line(SituationRow situation) => string.Create(
        CultureInfo.InvariantCulture, $"{situation.Slug}  {Isolates.Of(situation.TitleAr)}  {situation.Articles} articles, {situation.Statements} statements, {situation.Alerts} alerts");

    private static int Unknown(string slug) => OnStation.Refuse($"there is no situation {slug}; see marsad situation list");
}

using System.CommandLine;
using System.Globalization;
using Marsad.Cli.Output;
using Marsad.Store.Queries;
using Microsoft.Data.Sqlite;

namespace Marsad.Cli.Commands;

/// <summary>`marsad entity`: who is known across articles, and a person's decisions on who is who.</summary>
internal static class EntityCommand
{
    private const string Examples = """
        Persons, bodies and places that are known across articles.

        Examples:
          marsad entity show Bachelet
          marsad entity merge 12 40 --who Huda
          marsad entity split 12 --article 7 --article 9 --who Huda
          marsad entity undo 3 --who Huda

        A decision is kept, wins over the machine and survives re-analysis.
        """;

    public static Command Create() => new("entity", Examples) { Show(), Merge(), Split(), Undo() };

    private static Command Show()
    {
        var name = new Argument<string>("NAME") { Description = "A name or part of one, or an entity's number." };
        var data = DataOption.Create();
        var command = new Command("show", """
            Shows an entity's forms, roles, statements and stories; where several are called so, lists them.

            Example:
              marsad entity show Bachelet
            """) { name, data };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store => store.Read(connection => Show(connection, parsed.GetRequiredValue(name)))));
        return command;
    }

    private static Command Merge()
    {
        var (kept, gone) = (Number("KEPT", "The entity whose name stays."), Number("GONE", "The entity that is the same."));
        var (data, who) = (DataOption.Create(), Who());
        var command = new Command("merge", """
            Says that two entities are one.

            Example:
              marsad entity merge 12 40 --who Huda
            """) { kept, gone, data, who };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store => Say(
            store.EntityDecisions.Merge(parsed.GetRequiredValue(kept), parsed.GetRequiredValue(gone), parsed.GetRequiredValue(who)), "there are no two such entities of one type")));
        return command;
    }

    private static Command Split()
    {
        var entity = Number("ENTITY", "The entity that is more than one.");
        var form = new Option<string[]>("--form") { Description = "A form that is another's; may be given again." };
        var article = new Option<long[]>("--article") { Description = "An article in which the name is another's; may be given again." };
        var (data, who) = (DataOption.Create(), Who());
        var command = new Command("split", """
            Says that some forms of an entity, or its name in some articles, are another's.

            Example:
              marsad entity split 12 --article 7 --article 9 --who Huda
            """) { entity, form, article, data, who };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(form) ?? []).Length == 0 == ((result.GetValue(article) ?? []).Length == 0)) result.AddError("Give either --form or --article.");
        });
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store =>
        {
            var (id, name, forms) = (parsed.GetRequiredValue(entity), parsed.GetRequiredValue(who), parsed.GetValue(form) ?? []);
            return Say(
                forms.Length > 0 ? store.EntityDecisions.SplitForms(id, forms, name) : store.EntityDecisions.SplitArticles(id, parsed.GetValue(article) ?? [], name),
                "the entity has nothing of that, or nothing else");
        }));
        return command;
    }

    private static Command Undo()
    {
        var decision = Number("DECISION", "The decision's number.");
        var (data, who) = (DataOption.Create(), Who());
        var command = new Command("undo", """
            Takes a decision back.

            Example:
              marsad entity undo 3 --who Huda
            """) { decision, data, who };
        command.SetAction(parsed => OnStation.Run(parsed.GetRequiredValue(data), store =>
            Say(store.EntityDecisions.Undo(parsed.GetRequiredValue(decision), parsed.GetRequiredValue(who)) ? parsed.GetRequiredValue(decision) : null, "no such decision stands")));
        return command;
    }

    private static Argument<long> Number(string name, string description) => new(name) { Description = description };

    private static Option<string> Who() => new("--who") { Description = "Who decides; kept with the decision.", Required = true };

    private static int Show(SqliteConnection store, string name)
    {
        var found = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && store.Entity(id) is { } known ? [known] : store.EntitiesCalled(name, 30);
        if (found.Count == 0) Console.Error.WriteLine($"marsad: nobody is known as {Isolates.Of(name)}");
        else if (found.Count == 1) Print(store, found[0]);
        else foreach (var entity in found) Console.WriteLine(Line(entity));
        return found.Count == 0 ? 1 : 0;
    }

    private static string Line(EntityRow entity) => string.Create(CultureInfo.InvariantCulture, $"{entity.Id}  {entity.Type}  {Isolates.Of(entity.Name)}  {entity.Articles} articles");

    private static void Print(SqliteConnection store, EntityRow entity)
    {
        Console.WriteLine(Line(entity));
        foreach (var form in store.FormsOf(entity.Id)) Console.WriteLine($"  form       {Isolates.Of(form)}");
        foreach (var role in store.RolesOf(entity.Id))
            Console.WriteLine($"  role       {role.FirstAt[..10]} – {role.LastAt[..10]}  {Isolates.Of(role.Role)}  ({Isolates.Of(role.Outlets ?? "")})");
        foreach (var said in store.StatementsOfEntity(entity.Id, 20)) Console.WriteLine($"  statement  {said.PublishedAt[..10]}  {said.Type}: {Isolates.Of(said.Content)}  [{said.ArticleId}#{said.LocalId}]");
        foreach (var story in store.StoriesOf(entity.Id, 20)) Console.WriteLine($"  story      {story.FirstAt[..10]} – {story.LastAt[..10]}  {Isolates.Of(story.Title)}");
        foreach (var row in store.DecisionsOnEntity(entity.Id))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  decision   {row.Id}  {row.At[..10]}  {row.Kind} {row.EntityId} {row.OtherId}  {Isolates.Of(row.Who)}{(row.UndoneAt is null ? "" : "  (taken back)")}"));
    }

    private static int Say(long? decision, string otherwise)
    {
        if (decision is { } number) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decision {number}"));
        else Console.Error.WriteLine($"marsad: {otherwise}");
        return decision is null ? 1 : 0;
    }
}

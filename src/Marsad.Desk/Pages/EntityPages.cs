using System.Globalization;
using Marsad.Store.Queries;
using Microsoft.AspNetCore.Http;

namespace Marsad.Desk.Pages;

/// <summary>A person, body or place across articles, and what people decide on who it is.</summary>
internal static class EntityPages
{
    private const int Alike = 8;

    public static IResult? Entity(Asked asked) => asked.Desk.Store.Read(store =>
    {
        if (store.Entity(asked.Id) is not { } entity) return null;
        return PageResult.Of<EntityPage>(
            asked.Reader,
            ("Entity", entity),
            ("Forms", store.FormsOf(entity.Id)),
            ("Roles", store.RolesOf(entity.Id)),
            ("Statements", store.StatementsOfEntity(entity.Id, PageSizes.Statements / 2)),
            ("Articles", store.ArticlesNaming(entity.Id, PageSizes.Articles / 2)),
            ("Stories", store.StoriesOf(entity.Id, PageSizes.Articles / 2)),
            ("Alike", store.EntitiesCalled(asked.Query("like") ?? LastWord(entity.Name), Alike + 1).Where(other => other.Id != entity.Id && other.Type == entity.Type).Take(Alike).ToList()),
            ("Like", asked.Query("like")),
            ("Decisions", store.DecisionsOnEntity(entity.Id)),
            ("Who", ReviewPages.WhoIs(asked.Http)),
            ("Token", ReviewPages.TokenOf(asked.Http)));
    });

    /// <summary>A decision by one button: merge another into this one, split forms or articles off, undo.</summary>
    public static async Task<IResult> Decide(HttpContext http, DeskParts desk, string language, long id)
    {
        if (await ReviewPages.FormOf(http) is not { } form || ReviewPages.NameIn(form) is not { } who) return Results.BadRequest();
        ReviewPages.Keep(http, who);
        var decisions = desk.Store.EntityDecisions;
        if (Number(form["merge"]) is { } other) decisions.Merge(id, other, who);
        else if (Number(form["undo"]) is { } decision) decisions.Undo(decision, who);
        else if (form.ContainsKey("split-forms")) decisions.SplitForms(id, [.. form["form"].OfType<string>()], who);
        else if (form.ContainsKey("split-articles")) decisions.SplitArticles(id, [.. form["article"].Select(Number).OfType<long>()], who);
        return Results.Redirect($"/{language}/entities/{id}");
    }

    private static long? Number(string? words) => long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}

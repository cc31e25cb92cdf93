using System.Text.Json;
using Marsad.Store.Queries;

namespace Marsad.Desk.Api;

/// <summary>An article in a list; "record" is where the whole of it is.</summary>
internal sealed record ApiArticle(
    string Id, string? Url, string? Outlet, string? Language, string? Title, string? Byline, string? Published, string PublishedAt, string? Digest,
    long Version, long? CopyOf, long? Story, long Statements, long Copies, long Updates, string? Kin, string Analyzer, string Record)
{
    public static ApiArticle Of(ArticleRow a) => new(
        a.Key, a.Url, a.Outlet, a.Language, a.Title, a.Byline, a.Published, a.PublishedAt, a.Digest, a.Version, a.CopyOf, a.StoryId, a.Statements,
        a.Copies, a.Updates, a.Kin, a.Analyzer, $"/api/articles/{a.Id}");
}

/// <summary>What an article is to another that it shares words with; "changes" are the amounts of an update that differ, "passage" is what a quotation repeats.</summary>
internal sealed record ApiKin(string Kind, double Own, IReadOnlyList<FigureChangeRow> Changes, string? Passage, ApiArticle Article)
{
    public static ApiKin Of((ArticleRow Article, KinRow Kin) later) => new(later.Kin.Kind, later.Kin.Own, later.Kin.Changes, later.Kin.Passage, ApiArticle.Of(later.Article));
}

/// <summary>A text as it went from outlet to outlet; "earlier" is what its first article updates, or repeats a passage of.</summary>
internal sealed record ApiHistory(ApiArticle First, IReadOnlyList<string> Agencies, IReadOnlyList<ApiKin> Later, ApiKin? Earlier)
{
    public static ApiHistory Of(TextHistory history) => new(
        ApiArticle.Of(history.First), history.Agencies, [.. history.Later.Select(ApiKin.Of)], history.Earlier is { } earlier ? ApiKin.Of(earlier) : null);
}

/// <summary>A statement with the words of its content; "id" is its id in the article's record.</summary>
internal sealed record ApiStatement(
    string Id, string Content, string? Speaker, string? Entity, string? Role, string? Via, string? Addressee, string Kind, string Type, double Confidence,
    string Article, string? Outlet, string? Published, string PublishedAt, long Copies, string Record)
{
    public static ApiStatement Of(StatementRow s) => new(
        s.LocalId, s.Content, s.Speaker, s.Entity, s.Role, s.Via, s.Addressee, s.Kind, s.Type, Math.Round(s.Confidence, 3), s.ArticleKey, s.Outlet,
        s.Published, s.PublishedAt, s.Copies, $"/api/articles/{s.ArticleId}");
}

internal sealed record ApiFigure(
    string Id, double Low, double High, string Bound, string Category, string? Of, string? Speaker, string? Via, string? Outlet, string? Published,
    string PublishedAt, long Copies, string Record)
{
    public static ApiFigure From(FigureRow f) => new(
        f.LocalId, f.Low, f.High, f.Bound, f.Category, f.Of, f.Speaker, f.Via, f.Outlet, f.Published, f.PublishedAt, f.Copies, $"/api/articles/{f.ArticleId}");
}

internal sealed record ApiSituation(
    string Slug, string TitleAr, string TitleEn, JsonElement Terms, long Articles, long Stories, long Outlets, long Statements, long Alerts, DateTimeOffset? First, DateTimeOffset? Last)
{
    public static ApiSituation Of(SituationRow s) => new(
        s.Slug, s.TitleAr, s.TitleEn, JsonElement.Parse(s.Terms), s.Articles, s.Stories, s.Outlets, s.Statements, s.Alerts, s.First, s.Last);
}

internal sealed record ApiParty(string Name, long? Entity, string? Type, long Statements)
{
    public static ApiParty Of(PartyRow p) => new(p.Name, p.EntityId, p.Type, p.Statements);
}

/// <summary>The articles on one happening; of a copy "copyOf" is the number of the article that it is folded under.</summary>
internal sealed record ApiStory(
    long Id, string Title, string FirstAt, string LastAt, IReadOnlyList<StoryPlaceRow> Places, IReadOnlyList<ApiParty> Parties, IReadOnlyList<ApiArticle> Articles);

internal sealed record ApiDossier(ApiSituation Situation, IReadOnlyList<ApiParty> Parties, IReadOnlyList<ApiFigure> Figures, IReadOnlyList<ApiArticle> Articles);

/// <summary>An alert; start and end count code points of the article's text, and "evidence" is what stands there.</summary>
internal sealed record ApiAlert(
    long Id, string Watch, JsonElement Reason, string? Evidence, long Start, long End, string? Statement, long Story, long Articles, string RaisedAt, string? Outlet,
    string? Title, string? Published, string Record)
{
    public static ApiAlert Of(AlertRow a) => new(
        a.Id, a.Watch, JsonElement.Parse(a.Reason), a.Evidence, a.Start, a.End, a.StatementId, a.StoryId, a.Articles, a.RaisedAt, a.Outlet, a.ArticleTitle,
        a.Published, $"/api/articles/{a.ArticleId}");
}

internal sealed record ApiSource(
    long Id, string Feed, string Outlet, string? Language, string? Country, string? PolledAt, string? NextPollAt, string? OkAt, long Failures, string? Trouble,
    string? Detail, long Articles, string? LatestAt)
{
    public static ApiSource Of(SourceRow s) => new(
        s.Id, s.FeedUrl, s.Outlet, s.Language, s.Country, s.PolledAt, s.NextPollAt, s.OkAt, s.Failures, s.TroubleCode, s.Trouble, s.Articles, s.LatestAt);
}

internal sealed record ApiParked(long Id, string Url, string? Digest, string Room, string Code, string Detail, string Analyzer, string ParkedAt)
{
    public static ApiParked Of(ParkedRow p) => new(p.Id, p.Url, p.Digest, p.Room, p.Code, p.Detail, p.Analyzer, p.ParkedAt);
}

internal sealed record ApiFound(IReadOnlyList<ApiArticle> Articles, IReadOnlyList<ApiStatement> Statements, IReadOnlyList<string> AlsoAsked, Store.Queries.SearchFacets? Facets);

internal sealed record ApiEntity(
    long Id, string Type, string Name, long Articles, IReadOnlyList<string> Forms, IReadOnlyList<Store.Queries.RoleRow> Roles, IReadOnlyList<ApiStatement> Statements,
    IReadOnlyList<Store.Queries.StoryRow> Stories);

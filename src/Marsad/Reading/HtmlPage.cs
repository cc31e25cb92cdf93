using Marsad.Reading.Body;
using Marsad.Reading.Html;
using Marsad.Reading.Meta;

namespace Marsad.Reading;

/// <summary>Reads a page of markup: its tree, what it says of itself, its body, and the article out of these.</summary>
internal static class HtmlPage
{
    public static PageReading Read(string source, PageHints hints)
    {
        var tree = new TreeBuilder(source).Build();
        var signs = PageSigns.Of(tree);
        var (title, heading) = Headline.Of(tree, signs, Site.HostLabel(hints.Url, signs));
        var titles = Headline.Keys(title, signs);
        var body = BodyText.Of(tree, new BodyHints(titles, signs.Meta("og:description", "description", "twitter:description"), heading, signs.Linked?.Body));
        if (NoArticle.Reason(tree, signs, title, heading, body) is { } reason) return new PageReading.NotAnArticle(reason);
        return new PageReading.Read(Assemble(tree, signs, hints, body, title, heading, titles));
    }

    private static Article Assemble(PageTree tree, PageSigns signs, PageHints hints, BodyText body, string? title, int heading, HashSet<string> titles)
    {
        var outlet = Site.Outlet(hints, signs, title);
        var (paragraphs, origins) = Paragraphs(tree, signs, body);
        var language = PageLanguage.Of(string.Join(' ', paragraphs.Take(12)) + " " + title, signs.Language ?? signs.Linked?.Language);
        var arabic = language == "ar";
        var credit = arabic ? Credits.Take(paragraphs, [.. body.Dropped.Select(paragraph => paragraph.Text), .. AgencyLabels.Of(tree, heading, body.Root)], outlet) : Credits.Taken.None;
        var (published, dated) = new Published(tree, signs, heading).Choose(arabic, hints.Url);
        var signed = arabic ? Byline.SignOff(paragraphs) : null;
        var (authors, named) = new Writers(tree, signs, heading).Choose(Site.Names(hints, signs, title), arabic, body.Signatures());
        if (authors.Count == 0 && signed is not null) authors = [signed];
        var (people, agencies) = arabic ? Credits.Part(authors, credit.Agencies) : (authors, credit.Agencies);
        if (arabic) Byline.TakeOff(paragraphs, people);
        return new Article(string.Join('\n', paragraphs), title, people.Count == 0 ? null : string.Join(arabic ? "\u060C " : ", ", people), published, new Published(tree, signs, heading).Modified)
        {
            Url = Site.Canonical(hints.Url, signs),
            Outlet = outlet,
            Section = Site.Section(signs),
            Language = language,
            Image = Site.Image(tree, signs),
            Authors = people,
            Agencies = agencies,
            Dateline = credit.Place,
            Keywords = Site.Keywords(signs),
            Leads = new LeadList(tree, hints.Url ?? Site.Own(signs)).Collect(body.Blocks, body.Root, heading, titles),
            Paragraphs = signed is null ? origins : [.. origins.Where(origin => origin.Paragraph < paragraphs.Count)],
            Kind = NoArticle.KindOf(tree, signs, body, title),
            Choices = [.. new[] { HeadlineChoice.Of(title, signs, heading > 0 ? tree.Text(heading) : null), dated, named, PageLanguage.Choice(language, signs.Language ?? signs.Linked?.Language) }.OfType<Choice>()],
        };
    }

    /// <summary>The paragraphs, from JSON-LD where the page itself shows much less of the text.</summary>
    private static (List<string> Paragraphs, IReadOnlyList<ParagraphOrigin> Origins) Paragraphs(PageTree tree, PageSigns signs, BodyText body)
    {
        if (body.Linked is { Coverage: < 0.5 } && signs.Linked?.Body is { } linked && linked.Length > body.Paragraphs.Sum(paragraph => paragraph.Text.Length) * 5 / 2)
            return (LinkedBody.Split(linked), []);
        return ([.. body.Paragraphs.Select(paragraph => paragraph.Text)], Origins.Of(tree, body.Paragraphs));
    }
}

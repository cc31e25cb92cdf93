using System.Text;

namespace Marsad.Cli.Demo;

/// <summary>All outlets of the bundled situation and their pages.</summary>
internal static class DemoOutlets
{
    static DemoOutlets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>In ordinal order of their folders, wires already put into the articles that carry them.</summary>
    public static IReadOnlyList<DemoOutlet> All { get; } = WithWires(
        [.. DemoFiles.Names.Where(n => n.EndsWith("/outlet.json", StringComparison.Ordinal)).Select(n => DemoOutlet.Load(n.Split('/')[1]))]);

    /// <summary>Every page in every version.</summary>
    public static IEnumerable<DemoPage> Pages() => All.SelectMany(o => o.Articles.Select(a => DemoRenderer.Page(o, a)));

    private static List<DemoOutlet> WithWires(List<DemoOutlet> outlets) =>
        outlets.ConvertAll(o => o with { Articles = [.. o.Articles.Select(a => a["wire"] is { } wire ? Carry(outlets, a, wire) : a)] });

    // "madar/csto-deploys 1-4": outlet's folder, slug, first and last paragraph taken.
    private static DemoArticle Carry(List<DemoOutlet> outlets, DemoArticle article, string wire)
    {
        var parts = wire.Split('/', ' ', '-');
        var slug = wire[(wire.IndexOf('/', StringComparison.Ordinal) + 1)..wire.LastIndexOf(' ')];
        var source = outlets.Single(o => o.Folder == parts[0]).Articles.First(a => a.Slug == slug);
        return article.Carrying(source, int.Parse(parts[^2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}

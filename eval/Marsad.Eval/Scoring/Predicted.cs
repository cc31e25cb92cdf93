using System.Text.Json;
using Marsad.Eval.Gold;
using Marsad.Language;
using Marsad.Reading;
using Marsad.Records;

namespace Marsad.Eval.Scoring;

/// <summary>A record as the data contract writes it, as far as scoring looks at it.</summary>
internal sealed record Predicted(
    string Id,
    string? Text,
    IReadOnlyList<Predicted.Statement>? Statements,
    IReadOnlyList<Predicted.Figure>? Figures,
    IReadOnlyList<Predicted.Time>? Times,
    IReadOnlyList<Predicted.Name>? Names,
    IReadOnlyList<Predicted.Event>? Events)
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public sealed record Statement(Spot? Cue, Spot? Content, string? Speaker, string? Role, string? Via, string? Kind, string? Type, double Confidence);

    public sealed record Figure(int Start, int End, double? Low, double? High, string? Bound, string? Category);

    public sealed record Time(int Start, int End, string? Value);

    public sealed record Name(string Type, [property: System.Text.Json.Serialization.JsonPropertyName("name")] string Canonical, IReadOnlyList<string>? Variants);

    public sealed record Event(string? Type, Spot? Anchor, string? Actor, string? Recipient, string? Place);

    /// <summary>Reads what `marsad read --format jsonl` printed.</summary>
    public static IEnumerable<Predicted> ReadLines(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line => Parse(System.Text.Encoding.UTF8.GetBytes(line)));

    /// <summary>Reads an annotated article's text and takes the record through the data contract, as any user would see it.</summary>
    public static Predicted Of(GoldArticle gold)
    {
        var published = PublicationTime.TryParse(gold.Published, out var time) ? time : (PublicationTime?)null;
        var article = new Article(gold.Text, gold.Title, null, published, Outlet: gold.Outlet);
        var record = ArabicAnalyzer.Read(new ArticleText(gold.Text, gold.Title, published?.Day, gold.Outlet));
        return Parse(RecordJson.Write(new ArticleRecord(gold.Id, article, record)));
    }

    private static Predicted Parse(byte[] json) => JsonSerializer.Deserialize<Predicted>(json, Camel)!;
}

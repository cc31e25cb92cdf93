using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marsad.Corpora;
using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>Radio news of the ANT corpus whose names were annotated by our own guide: kept as ids, digests and offsets, read beside the corpus.</summary>
internal static class GuideNames
{
    public const string Corpus = "ant";
    public const string FileName = "tools/Marsad.Train/data/antcorpus-names.jsonl";

    /// <summary>An annotated article: where it names a person, place or organisation. Offsets count UTF-16 units; nothing overlaps.</summary>
    public sealed record Article(string Id, string Sha256, IReadOnlyList<Mark> Names);

    public sealed record Mark(string Type, int Start, int End);

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The sentences of every article, one list an article.</summary>
    /// <exception cref="InvalidDataException">The corpus holds another text than was annotated.</exception>
    public static IEnumerable<List<TaggedSentence>> Articles(string data, string file)
    {
        var texts = Texts(data);
        foreach (var line in File.ReadLines(file))
        {
            var article = JsonSerializer.Deserialize<Article>(line, Json)!;
            if (Digest(texts[article.Id]) != article.Sha256) throw new InvalidDataException($"{article.Id} is not the text that was annotated.");
            yield return Sentences(new Document(texts[article.Id]), article.Names);
        }
    }

    /// <summary>The texts of the ANT corpus by id.</summary>
    public static Dictionary<string, string> Texts(string data)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(data, "raw", "antcorpus.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            texts[json.RootElement.GetProperty("id").GetString()!] = json.RootElement.GetProperty("text").GetString()!;
        }

        return texts;
    }

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static List<TaggedSentence> Sentences(Document document, IReadOnlyList<Mark> marks)
    {
        var tags = new NameTag[document.Tokens.Count];
        foreach (var mark in marks) Tag(document, mark, tags);
        return [.. document.Sentences.Select(sentence => Sentence(document, sentence, tags))];
    }

    private static void Tag(Document document, Mark mark, NameTag[] tags)
    {
        var begin = mark.Type switch { "PER" => NameTag.BeginPerson, "LOC" => NameTag.BeginLocation, _ => NameTag.BeginOrganization };
        var tag = begin;
        for (var i = 0; i < tags.Length && document.Tokens[i].Start < mark.End; i++)
        {
            if (document.Tokens[i].End <= mark.Start) continue;
            tags[i] = tag;
            tag = begin + 1;
        }
    }

    private static TaggedSentence Sentence(Document document, Sentence sentence, NameTag[] tags)
    {
        var tokens = Enumerable.Range(sentence.First, sentence.End - sentence.First).Where(i => document.Tokens[i].Kind != TokenKind.Break).ToList();
        return new TaggedSentence(Corpus, [.. tokens.Select(i => document.Tokens[i].Span.In(document.Text))], [.. tokens.Select(i => tags[i])]);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Marsad.Language.Text;
using Marsad.Watching;

namespace Marsad.Store;

/// <summary>Alerts: one for a watch and a story, however many articles of the story carry it.</summary>
internal sealed class Alerts(StationStore store)
{
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Raises an alert; false where the watch has been raised for this story before.</summary>
    public bool Raise(Finding finding, string text, long article, long story)
    {
        if (store.Prepared("SELECT 1 FROM alert WHERE watch = $1 AND story_id = $2").Value(finding.Watch, story) is not null) return false;
        var points = new CodePoints(text);
        store.Prepared("INSERT INTO alert(watch, story_id, article_id, raised_at, reason, start, end, published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)").Run(
            finding.Watch, story, article, Instant.ToText(store.Clock.GetUtcNow()), Reason(finding),
            points.FromUtf16(finding.Evidence.Start), points.FromUtf16(finding.Evidence.End), store.Prepared("SELECT published_at FROM article WHERE id = $1").Value(article));
        store.Tallies.Alerted(article);
        return true;
    }

    // {"condition":"…","words":["…","…"]}
    private static string Reason(Finding finding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AsWritten))
        {
            json.WriteStartObject();
            json.WriteString("condition", finding.Condition);
            json.WriteStartArray("words");
            foreach (var word in finding.Words) json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Text;
using Marsad.Reading;

namespace Marsad.Tests.Reading;

/// <summary>Pages that are no newspaper's: forums, blogs, tables, lists, lines without paragraphs, scripts without letters of the alphabet.</summary>
public sealed class OtherKindsOfPageTests
{
    private static readonly string[] Sentences =
    [
        "The old lighthouse on the northern cape was painted again this spring, for the first time in thirty years.",
        "Volunteers from the village carried the paint up the hundred and twelve steps, a bucket in each hand.",
        "The harbour master says that ships can see it from nine miles out now, even when the weather is poor.",
    ];

    [Fact]
    public void Lines_told_apart_by_breaks_alone_are_paragraphs() => Assert.Equal(Sentences, Read($"<div class=post>{string.Join("<br><br>", Sentences)}</div>"));

    [Fact]
    public void A_page_without_any_element_round_its_lines_is_read() => Assert.Equal(Sentences, Read(string.Join("<br>", Sentences)));

    [Fact]
    public void The_first_post_of_a_thread_is_read_without_the_members_names()
    {
        var posts = string.Concat(Sentences.Select((text, i) => $"<div class=post><div class=author>member{i}</div><div class=postdate>12.03.2011, 14:0{i}</div><div class=content>{text} {text}</div><div class=signature>Sent from my phone</div></div>"));
        var text = Read($"<div id=thread>{posts}</div>");
        Assert.Contains(text, line => line.StartsWith("The old lighthouse", StringComparison.Ordinal));
        Assert.DoesNotContain(text, line => line.Contains("member", StringComparison.Ordinal) || line.Contains("14:0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_among_paragraphs_is_text()
    {
        var text = Read($"<article><p>{Sentences[0]}</p><p>{Sentences[1]}</p><table><tr><td>Height</td><td>31 metres</td></tr><tr><td>Steps</td><td>112</td></tr></table><p>{Sentences[2]}</p></article>");
        Assert.Equal([Sentences[0], Sentences[1], "Height", "31 metres", "Steps", "112", Sentences[2]], text);
    }

    [Fact]
    public void A_list_of_short_lines_may_be_the_whole_article()
    {
        var stages = Enumerable.Range(1, 12).Select(stage => $"Stage {stage}: from harbour {stage} to harbour {stage + 1}, twenty miles").ToList();
        Assert.Equal(stages, Read($"<div class=entry-content>{string.Concat(stages.Select(stage => $"<p>{stage}</p>"))}</div>"));
    }

    [Fact]
    public void Lines_that_come_again_among_the_paragraphs_stay()
    {
        const string Question = "And what would you tell those who want to begin today?";
        Assert.Equal([Question, Sentences[0], Question, Sentences[1], Question, Sentences[2]], Read($"<div class=entry-content><p>{Question}</p><p>{Sentences[0]}</p><p>{Question}</p><p>{Sentences[1]}</p><p>{Question}</p><p>{Sentences[2]}</p></div>"));
    }

    [Fact]
    public void Text_goes_on_after_a_box_with_a_related_heading()
    {
        var text = Read($"<div class=body><p>{Sentences[0]}</p><h4>Related articles</h4><ul><li><a href=/1>Another headline about the sea and its ships</a></li></ul><p>{Sentences[1]}</p><p>{Sentences[2]}</p></div>");
        Assert.Equal(Sentences, text);
    }

    [Fact]
    public void Ideographs_are_prose_though_they_are_few()
    {
        string[] lines = ["北岬の古い灯台がこの春、三十年ぶりに塗り直された。", "村の人々は百十二段の階段をペンキを持って登った。", "港長によると、今では九海里先からでも見えるという。"];
        Assert.Equal(lines, Read($"<div id=nav><a href=/1>社会</a> <a href=/2>経済</a> <a href=/3>国際</a></div><div class=a1>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}</div>"));
    }

    [Fact]
    public void Other_article_elements_after_the_headline_s_own_are_left_out()
    {
        var text = Read($"<article><h1>The lighthouse is white again</h1>{string.Concat(Sentences.Select(line => $"<p>{line} {line}</p>"))}</article><article><h2>Another</h2><p>A wholly different article begins here and goes on for quite a while, as they do.</p></article>");
        Assert.DoesNotContain(text, line => line.Contains("different article", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_of_a_paragraph_that_is_a_tag_does_not_make_it_furniture()
    {
        var text = Read($"<div class=body><p><a href=/t id=auto-tag_cape class=tag>The cape</a> has a lighthouse that was painted again this spring by the people of the village.</p>{string.Concat(Sentences.Select(line => $"<p>{line}</p>"))}</div>");
        Assert.StartsWith("The cape has a lighthouse", text[0], StringComparison.Ordinal);
    }

    private static string[] Read(string body) =>
        Assert.IsType<PageReading.Read>(PageReader.Read(Encoding.UTF8.GetBytes($"<!doctype html><html><head><meta charset=utf-8><title>The lighthouse is white again</title></head><body>{body}</body></html>"), PageHints.None)).Article.Text.Split('\n');
}

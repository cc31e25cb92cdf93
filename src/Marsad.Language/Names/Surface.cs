using System.Buffers;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>One way in which an article writes a name: its folded words and where it stands so.</summary>
internal sealed class Surface
{
    private const int LongestFused = 40;
    private const string Servant = "\u0639\u0628\u062F"; // abd: one word with what follows, however it is spaced

    private Surface(string folded, NameMention mention, WordRoles headRoles)
    {
        Folded = folded;
        Words = folded.Split(' ');
        Type = mention.Type;
        Key = mention.Key ?? (mention.Type == NameType.Person ? null : KnownNames.Embedded.KeyOf(folded));
        HeadRoles = headRoles;
    }

    public string Folded { get; }

    public string[] Words { get; }

    public NameType Type { get; set; }

    public string? Key { get; }

    /// <summary>What the first word is good for before a name.</summary>
    public WordRoles HeadRoles { get; }

    /// <summary>Indexes of its mentions, in order.</summary>
    public List<int> Mentions { get; } = [];

    /// <param name="folded">The folded words of the mention.</param>
    public static Surface Of(Document document, NameMention mention, string folded)
    {
        Span<char> buffer = stackalloc char[LongestFused];
        return new(folded, mention, NameLexicon.Embedded.RolesOf(Head(document, mention, buffer)));
    }

    /// <summary>The folded words of a mention, marks left out; they stand in <paramref name="buffer"/> until it is used again.</summary>
    public static ReadOnlySpan<char> Fold(Document document, NameMention mention, ArrayBufferWriter<char> buffer)
    {
        Span<char> head = stackalloc char[LongestFused];
        buffer.ResetWrittenCount();
        for (var i = mention.First; i < mention.End; i++)
        {
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
            if (buffer.WrittenCount > 0 && !EndsWithServant(buffer.WrittenSpan)) buffer.Write(" ");
            buffer.Write(i == mention.First ? Head(document, mention, head) : document.Folded(i));
        }

        return buffer.WrittenSpan;
    }

    private static ReadOnlySpan<char> Head(Document document, NameMention mention, Span<char> buffer) =>
        NameParticles.Unfuse(document.Folded(mention.First)[mention.Particles..], buffer);

    private static bool EndsWithServant(ReadOnlySpan<char> folded) =>
        folded.EndsWith(Servant) && (folded.Length == Servant.Length || folded[^(Servant.Length + 1)] == ' ');
}

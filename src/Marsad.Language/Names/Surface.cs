using System.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>One way in which an article writes a name: its folded words and where it stands so.</summary>
internal sealed class Surface
{
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

    public static Surface Of(Document document, NameMention mention) =>
        new(Fold(document, mention), mention, NameLexicon.Embedded.RolesOf(Head(document, mention)));

    /// <summary>The folded words of a mention, marks left out.</summary>
    public static string Fold(Document document, NameMention mention)
    {
        var folded = new StringBuilder();
        for (var i = mention.First; i < mention.End; i++)
        {
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
            var word = i == mention.First ? Head(document, mention) : document.Folded(i);
            if (folded.Length > 0 && !EndsWithServant(folded)) folded.Append(' ');
            folded.Append(word);
        }

        return folded.ToString();
    }

    private static string Head(Document document, NameMention mention)
    {
        Span<char> buffer = stackalloc char[40];
        return NameParticles.Unfuse(document.Folded(mention.First)[mention.Particles..], buffer).ToString();
    }

    private static bool EndsWithServant(StringBuilder folded) =>
        folded.Length >= 3 && folded[^1] == Servant[2] && folded[^2] == Servant[1] && folded[^3] == Servant[0] && (folded.Length == 3 || folded[^4] == ' ');
}

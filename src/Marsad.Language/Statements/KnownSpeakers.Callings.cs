using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// What of a phrase is the name, and what the role beside it.
internal sealed partial class KnownSpeakers
{
    /// <summary>What names the speaker at this place, and the role beside it.</summary>
    private static (Span Name, Span Role) Split(Draft draft, Phrase subject, Words words)
    {
        if (subject.HasName) return (words.Cover(subject.NameFirst, subject.NameEnd), RoleBeside(subject, draft.Apposition, words));
        if (draft.Apposition is { HasName: true } named && (subject.IsPerson || named.IsOnlyName)) return (words.Cover(named.NameFirst, named.NameEnd), words.Cover(subject.First, subject.End));
        if (draft.Apposition is { IsEmpty: false } role && role.Head.Is(WordClass.Person)) return (words.Cover(subject.First, subject.End), words.Cover(role.First, role.End));
        return (words.Cover(AfterHonorific(subject, words), BodyEnd(subject, words)), default);
    }

    // "the site of the broadcaster" is the broadcaster.
    private static bool IsSite(Phrase subject, Words words) =>
        subject.End - subject.First > 1 && words.Bare(subject.First) is ['\u0645', '\u0648', '\u0642', '\u0639'] && words[subject.First + 1] is { Kind: TokenKind.Word, Preposition: '\0' } named && (named.IsName || named.Is(WordClass.Body)) && !named.Is(WordClass.Medium);

    // "the company «X» | the specialised in": behind the name of a body only a nisba is part of what it is called.
    private static int BodyEnd(Phrase subject, Words words)
    {
        if (!subject.Head.Is(WordClass.Body)) return subject.End;
        var marks = 0;
        for (var i = subject.First + 1; i + 1 < subject.End; i++)
            if (words[i].Mark is '\u00AB' or '\u00BB' or '"' or '\u201C' or '\u201D' && ++marks == 2 && words[i + 1] is { Definite: true, Preposition: '\0', And: false } && !(words.Bare(i + 1) is [.., '\u064A'] or [.., '\u064A', '\u0647'])) return i + 1;
        return subject.End;
    }

    // "his excellency the minister" is the minister.
    private static int AfterHonorific(Phrase subject, Words words)
    {
        var first = subject.First;
        if (IsSite(subject, words)) return first + 1;
        while (first + 1 < subject.End && words[first].Is(WordClass.Honorific) && !words[first].Is(WordClass.Person) && !words[first].Definite && words[first + 1].Is(WordClass.Person)) first++;
        return first;
    }

    private (Span Name, Span Role) Split(Draft draft, Phrase subject) => Split(draft, subject, words);

    private static Span RoleBeside(Phrase subject, Phrase? apposition, Words words)
    {
        if (Calling(subject.First, subject.NameFirst, words) is { Length: > 0 } before) return before;
        if (subject.NameEnd < subject.End) return words.Cover(subject.NameEnd, subject.End);
        return apposition is { IsEmpty: false, HasName: false } role ? words.Cover(role.First, role.End) : default;
    }

    /// <summary>What somebody is called by between two tokens, without titles of honour; empty where nothing else stands there.</summary>
    private static Span Calling(int first, int end, Words words)
    {
        while (first < end && IsHonorific(first)) first++;
        while (end > first && (IsHonorific(end - 1) || words[end - 1].Kind == TokenKind.Punctuation && words[end - 1].Mark != ')')) end--;
        return first < end ? words.Cover(first, end) : default;

        // "the owner of" is a calling, "the owner of highness" none.
        bool IsHonorific(int token) =>
            words[token].Is(WordClass.Honorific) && (!words[token].Is(WordClass.Person) || words[token + 1] is { Definite: true } next && next.Is(WordClass.Honorific));
    }
}

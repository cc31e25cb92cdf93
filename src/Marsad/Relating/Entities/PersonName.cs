using Marsad.Relating.Spelling;

namespace Marsad.Relating.Entities;

/// <summary>A person's name as newsrooms shorten it: the given name with the family's, the first two names, or the last two.</summary>
/// <remarks>"Son of" says nothing that the order of the names does not, and is written or left out at will; but what follows it is a forefather, not a family.</remarks>
internal sealed class PersonName
{
    private const int LettersOfOneName = 6;
    private const int NamesOfOnePerson = 3;
    private const float MostVaried = 0.95f;

    private static readonly string[] Son = [Word(Letter.Beh, Letter.Noon), Word(Letter.Alef, Letter.Beh, Letter.Noon), Word(Letter.Beh, Letter.Noon, Letter.Teh)];

    private readonly string[] _names;
    private readonly bool[] _isForefather;

    public PersonName(NameForm form)
    {
        var words = form.Words;
        var names = Enumerable.Range(0, words.Length).Where(i => !Son.Contains(words[i])).ToList();
        _names = [.. names.Select(i => words[i])];
        _isForefather = [.. names.Select(i => i > 0 && Son.Contains(words[i - 1]))];
    }

    /// <summary>What a longer and a shorter form of one name have in common; names that have a key in common may be one.</summary>
    public IEnumerable<string> Keys => _names.Length < 2 ? [] : new[] { Key(0, ^1), Key(0, 1), Key(^2, ^1) }.Distinct(StringComparer.Ordinal);

    /// <summary>The last of the names, folded; null for a name of one word.</summary>
    public string? LastName => _names.Length < 2 ? null : _names[^1];

    /// <summary>Whether it is hardly more than one person's.</summary>
    public bool IsTelling => _names.Length >= NamesOfOnePerson;

    /// <summary>Three names or more, and what one has beyond them: two names are many people's, three hardly.</summary>
    public bool Is(PersonName other) => Math.Min(_names.Length, other._names.Length) >= NamesOfOnePerson && (Begins(other) || other.Begins(this));

    /// <summary>Whether both may be one person's, one of them shortened or in another spelling. Many people's are: more must speak for it.</summary>
    public bool MayBe(PersonName other) => IsShortOf(other) || other.IsShortOf(this) || (_names.Length == other._names.Length && Matches(other, 0));

    /// <summary>Whether both could be one person's at all, whatever else is known of the two.</summary>
    public bool CouldBe(PersonName other) => Is(other) || MayBe(other) || SoundsLike(other);

    /// <summary>Whether one is the other with names between left out, or at its end: the same given name, and what follows it in the same order.</summary>
    public bool IsFormOf(PersonName other) => _names.Length <= other._names.Length ? IsLedBy(other) : other.IsLedBy(this);

    /// <summary>Whether both have the same consonants throughout: spellings of one foreign name, or two people whom a vowel tells apart (سعود، سعيد).</summary>
    public bool SoundsLike(PersonName other) => _names.Length == other._names.Length && !_names.Where((name, i) => !IsOne(name, other._names[i]) && !SoundsLike(name, other._names[i])).Any();

    /// <summary>Whether both begin with one given name, in whatever spelling.</summary>
    public bool HasGivenNameOf(PersonName other) => _names.Length > 0 && other._names.Length > 0 && (IsOne(_names[0], other._names[0]) || SoundsLike(_names[0], other._names[0]));

    private bool Begins(PersonName other) => _names.Length <= other._names.Length && _names.AsSpan().SequenceEqual(other._names.AsSpan(0, _names.Length));

    private bool IsShortOf(PersonName full)
    {
        var left = full._names.Length - _names.Length;
        if (left <= 0 || _names.Length < 2) return false;
        return Matches(full, 0) || (Matches(full, left) && !full.HasForefatherFrom(left)) || IsGivenAndFamilyOf(full);
    }

    private bool IsLedBy(PersonName full) => _names.Length >= 2 && _names.Length < full._names.Length && (Matches(full, 0) || IsGivenAndFamilyOf(full));

    private bool IsGivenAndFamilyOf(PersonName full) =>
        _names.Length == 2 && !_isForefather[1] && !full._isForefather[^1] && IsOne(_names[0], full._names[0]) && IsOne(_names[1], full._names[^1]);

    private bool HasForefatherFrom(int start) => _isForefather.AsSpan(start).Contains(true);

    private bool Matches(PersonName full, int start) => !_names.Where((name, i) => !IsOne(name, full._names[start + i])).Any();

    private static bool IsOne(string a, string b) => Likeness.IsOneName(a, b, LettersOfOneName) || IsOneSound(a, b);

    private static bool SoundsLike(string a, string b) => Likeness.Distance(a, b) <= MostVaried && string.Equals(Skeleton.Of(a), Skeleton.Of(b), StringComparison.Ordinal);

    // A vowel tells two short given names apart; a consonant that stands for one foreign sound does not, nor how a last "a" is written.
    private static bool IsOneSound(string a, string b)
    {
        if (a.Length != b.Length || a.Length < 3) return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i] && !(i == a.Length - 1 && IsLastA(a[i]) && IsLastA(b[i])) && !IsOneConsonant(a[i], b[i])) return false;
        return true;
    }

    private static bool IsLastA(char letter) => letter is Letter.Alef or Letter.Heh;

    // Of the letters that a skeleton takes together those that stand for the hard g.
    private static bool IsOneConsonant(char a, char b) => IsHardG(a) && IsHardG(b);

    private static bool IsHardG(char letter) => letter is Letter.Ghain or Letter.Jeem or Letter.Qaf or Letter.Kaf;

    private string Key(Index first, Index second) => $"{Skeleton.Of(_names[first])} {Skeleton.Of(_names[second])}";

    private static string Word(params ReadOnlySpan<char> letters) => new(letters);
}

using Marsad.Language.Places;

namespace Marsad.Language.Names;

/// <summary>Places of two or three words that the list of places holds, where something beside the list says that a place is meant.</summary>
internal static class CompoundPlace
{
    private const int LongestWords = 3;
    private const int LongestLetters = 64;

    /// <summary>The token after the place that begins at <paramref name="first"/>, or -1.</summary>
    public static int End(SentenceView sentence, int first)
    {
        if (!sentence.IsWord(first) || (sentence[first].Known & WordLists.PlaceStart) == 0 || !sentence.IsWord(first + 1)) return -1;
        if (!IsWitnessed(sentence, first) || IsKindOfListed(sentence, first)) return -1;
        Span<char> name = stackalloc char[LongestLetters];
        var stem = sentence.Stem(first);
        if (stem.Length > LongestLetters / 2) return -1;
        stem.CopyTo(name);
        var (length, found) = (stem.Length, -1);
        for (var end = first + 1; end < first + LongestWords && sentence.IsWord(end); end++)
        {
            var word = sentence.Document.Folded(end);
            if (length + 1 + word.Length > LongestLetters) break;
            name[length++] = ' ';
            word.CopyTo(name[length..]);
            length += word.Length;
            if ((sentence[end].Roles & WordRoles.Direction) == 0 && !Gazetteer.Embedded.Find(name[..length]).IsEmpty) found = end + 1;
        }

        return found;
    }

    // "the governorate of X": the list holds it with its noun, but it is X.
    private static bool IsKindOfListed(SentenceView sentence, int first) =>
        (sentence[first].Roles & WordRoles.PlaceBefore) != 0 && (sentence[first + 1].Known & (WordLists.Place | WordLists.Country)) != 0;

    // A noun such as "city of" or a preposition before it, a place joined to it by "and", or the tagger.
    private static bool IsWitnessed(SentenceView sentence, int first)
    {
        if (NameTags.TypeOf(sentence.Tag(first)) == 2 || NameTags.TypeOf(sentence.Tag(first + 1)) == 2) return true;
        if (sentence[first].Particles == 1 && sentence.Document.Folded(first)[0] == Beh) return true;
        if (first == sentence.First || !sentence.IsWord(first - 1)) return false;
        if (NameTags.TypeOf(sentence.Tag(first - 1)) == 2) return sentence[first].Particles > 0;
        return (sentence[first - 1].Roles & WordRoles.PlaceBefore) != 0 || sentence.Document.Folded(first - 1).SequenceEqual(In);
    }

    // "in", also written onto the word
    private const char Beh = '\u0628';
    private const string In = "\u0641\u064A";
}

using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Language.Statements;

/// <summary>Every form of every verb of lang/ar/cues.tsv, folded. One word may be a form of several verbs.</summary>
internal static class CueLexicon
{
    private const string Absent = "-";
    private const string OnlyCircumstance = "o "; // its other forms are those of commoner verbs

    private static readonly FrozenDictionary<string, CueForm[]> Forms = Build();

    public static readonly FrozenDictionary<string, CueForm[]>.AlternateLookup<ReadOnlySpan<char>> Words = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, CueForm[]> Build()
    {
        var forms = new Dictionary<string, List<CueForm>>();
        foreach (var row in Table.Rows("cues.tsv"))
        {
            var cue = Read(row);
            foreach (var form in Conjugate(row))
                Add(forms, Folding.Fold(form.Word), new CueForm(cue, form.Tense, form.Gender, form.Plural));
        }

        return forms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static void Add(Dictionary<string, List<CueForm>> forms, string word, CueForm form)
    {
        if (!forms.TryGetValue(word, out var known)) forms[word] = known = [];
        if (!known.Exists(other => other.Cue == form.Cue && other.Tense == form.Tense)) known.Add(form); // the folded forms of one verb may meet; the first is the commoner
    }

    private static IEnumerable<Conjugator.Form> Conjugate(string[] row)
    {
        IEnumerable<Conjugator.Form> all = row[5].Contains(OnlyCircumstance, StringComparison.Ordinal) ? [] : Conjugator.Past(row[0]);
        if (row[1] != Absent) all = all.Concat(Conjugator.Present(row[1]));
        if (row[2] != Absent) all = all.Concat(Conjugator.Participle(row[2]));
        if (row[3] != Absent) all = all.Append(new Conjugator.Form(row[3], CueTense.VerbalNoun, Gender.Unknown, false));
        return all;
    }

    private static Cue Read(string[] row)
    {
        var type = Enum.Parse<StatementType>(row[4], ignoreCase: true);
        var clauseType = type;
        var frames = Frames.None;
        var prepositions = new List<CuePreposition>();
        foreach (var part in row[5].Split(' '))
        {
            var (name, act) = part.Split('=') is [var left, var right] ? (left, Enum.Parse<StatementType>(right, ignoreCase: true)) : (part, type);
            var frame = FrameOf(name);
            frames |= frame;
            if (frame == Frames.Clause) clauseType = act;
            if (frame == Frames.None) prepositions.Add(new CuePreposition(Folding.Fold(name.Trim('@')), act, name.Contains('@', StringComparison.Ordinal)));
        }

        return new Cue(row[0], type, frames, prepositions, clauseType);
    }

    private static Frames FrameOf(string name) => name switch
    {
        "c" => Frames.Clause,
        "q" => Frames.Quote,
        "n" => Frames.Object,
        "b" => Frames.Bare,
        "k" => Frames.Carried,
        "@" => Frames.Addressee,
        "w" => Frames.Describe,
        "r" => Frames.Relay,
        "s" => Frames.Support,
        "a" => Frames.Attitude,
        "d" => Frames.Document,
        "m" => Frames.Blame,
        "p" => Frames.PersonOnly,
        "t" => Frames.Transitive,
        "o" => Frames.Circumstance,
        "h" => Frames.DocumentObject,
        _ => Frames.None,
    };
}

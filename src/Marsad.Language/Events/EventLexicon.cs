using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Statements;
using Marsad.Language.Text;

namespace Marsad.Language.Events;

/// <summary>An act of the PLOVER ontology that a verb or noun names.</summary>
/// <param name="Link">The folded preposition before the recipient; "o" where it is the object, "-" where there is none.</param>
/// <param name="Objects">Folded objects that make the verb this act; empty where any does.</param>
internal sealed record Act(string Type, string? Mode, string Link, IReadOnlyList<string> Objects);

/// <summary>A form of a word that names an act.</summary>
/// <param name="IsVerb">A finite verb: its subject does it. Else a noun.</param>
internal readonly record struct ActForm(Act Act, bool IsVerb, bool IsPresent);

/// <summary>The words of lang/ar/events.tsv in all their forms, folded.</summary>
internal static class EventLexicon
{
    private const string Absent = "-";

    private static readonly FrozenDictionary<string, ActForm> Forms = Build();

    public static readonly FrozenDictionary<string, ActForm>.AlternateLookup<ReadOnlySpan<char>> Words = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, ActForm> Build()
    {
        var forms = new Dictionary<string, ActForm>();
        foreach (var row in Table.Rows("events.tsv"))
        {
            var objects = row[6] == Absent ? [] : row[6].Split(' ').Select(word => Folding.Fold(word)).ToArray();
            var act = new Act(row[3], row[4] == Absent ? null : row[4], Folding.Fold(row[5]), objects);
            if (row[0] != Absent) Add(forms, Conjugator.Past(row[0]), new ActForm(act, true, false));
            if (row[1] != Absent) Add(forms, Conjugator.Present(row[1]), new ActForm(act, true, true));
            if (row[2] != Absent) forms.TryAdd(Folding.Fold(row[2]), new ActForm(act, false, false));
        }

        return forms.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, ActForm> forms, IEnumerable<Conjugator.Form> conjugated, ActForm form)
    {
        foreach (var word in conjugated) forms.TryAdd(Folding.Fold(word.Word), form);
    }
}

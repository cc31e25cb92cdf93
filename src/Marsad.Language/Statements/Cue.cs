namespace Marsad.Language.Statements;

/// <summary>How a cue may open the words it reports; the letters are those of lang/ar/cues.tsv.</summary>
[Flags]
internal enum Frames
{
    None = 0,

    /// <summary>c: a clause after "that".</summary>
    Clause = 1,

    /// <summary>q: a quotation or a colon.</summary>
    Quote = 2,

    /// <summary>n: a noun phrase as object.</summary>
    Object = 4,

    /// <summary>b: the words follow with no mark at all.</summary>
    Bare = 8,

    /// <summary>k: may be followed by "saying", which then carries its words.</summary>
    Carried = 16,

    /// <summary>@: the direct object is who is spoken to.</summary>
    Addressee = 32,

    /// <summary>w: "describe as": object, then the words after beh.</summary>
    Describe = 64,

    /// <summary>r: a medium relays what another said.</summary>
    Relay = 128,

    /// <summary>s: repeats or renews another act, named by its verbal noun.</summary>
    Support = 256,

    /// <summary>a: expresses an attitude, named by a noun with a pronoun.</summary>
    Attitude = 512,

    /// <summary>d: "it came in the statement that".</summary>
    Document = 1024,

    /// <summary>m: holds somebody responsible.</summary>
    Blame = 2048,

    /// <summary>p: counts only of a person, since it also names bodily acts.</summary>
    PersonOnly = 4096,

    /// <summary>t: never without object, so that a single noun phrase behind it is the object.</summary>
    Transitive = 8192,

    /// <summary>o: only as participle; the finite forms are written like those of a commoner verb.</summary>
    Circumstance = 16384,

    /// <summary>h: a noun phrase as object, if a document speaks ("the figures showed a rise").</summary>
    DocumentObject = 32768,
}

/// <summary>A verb of saying with its kind of act and the ways it opens the words it reports.</summary>
/// <param name="Prepositions">Folded prepositions that open the words, each with the act it turns the verb into, if another.</param>
internal sealed record Cue(string Lemma, StatementType Type, Frames Frames, IReadOnlyList<CuePreposition> Prepositions, StatementType ClauseType)
{
    public bool Has(Frames frame) => (Frames & frame) != 0;

    /// <summary>The preposition of this verb that is <paramref name="folded"/>, if it has one.</summary>
    public CuePreposition? Preposition(ReadOnlySpan<char> folded)
    {
        foreach (var preposition in Prepositions)
            if (folded.SequenceEqual(preposition.Word)) return preposition;
        return null;
    }
}

/// <param name="Addressee">The preposition leads to who is spoken to, not to the words.</param>
internal sealed record CuePreposition(string Word, StatementType Type, bool Addressee);

internal enum CueTense : byte
{
    Past,
    Present,
    Participle,
    VerbalNoun,
}

/// <summary>One form of a cue, with what its ending says of its subject.</summary>
internal readonly record struct CueForm(Cue Cue, CueTense Tense, Gender Gender, bool Plural);

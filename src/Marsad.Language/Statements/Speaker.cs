namespace Marsad.Language.Statements;

/// <summary>Somebody who speaks in the article, under all the descriptions met so far.</summary>
internal sealed class Speaker(string text)
{
    /// <summary>The fullest name or description so far.</summary>
    public string Text { get; set; } = text;

    public string? Role { get; set; }

    /// <summary>The index of the name that the name finder gave; -1 for unnamed sources.</summary>
    public int Name { get; set; } = -1;

    public bool IsPerson { get; set; }

    /// <summary>Known by an office that one person holds, not yet by name.</summary>
    public bool IsOffice { get; set; }

    /// <summary>A text that he or it issued was quoted: "the statement" is his.</summary>
    public bool IsIssuer { get; set; }

    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    /// <summary>Folded words, without article, of every description and role: what "the minister" is looked up in.</summary>
    public HashSet<string> Descriptors { get; } = [];

    /// <summary>The head nouns among them: "the observatory" is not its director.</summary>
    public HashSet<string> Heads { get; } = [];

    /// <summary>The folded words of the name or description itself.</summary>
    public HashSet<string> NameWords { get; } = [];
}

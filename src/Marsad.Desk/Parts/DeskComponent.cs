using Marsad.Desk.Readers;
using Microsoft.AspNetCore.Components;

namespace Marsad.Desk.Parts;

/// <summary>What every part of the desk is made of: it knows for whom it is made.</summary>
public abstract class DeskComponent : ComponentBase
{
    [CascadingParameter]
    public Reader R { get; set; } = null!;

    /// <summary>A phrase of the interface.</summary>
    protected string W(string key) => R.Words[key];

    /// <summary>A phrase for a word of the data contract, such as an act or a category; the word itself where we have no phrase for it.</summary>
    protected string Term(string list, string word) => R.Words.Find($"{list}.{word}") ?? word;
}

using Marsad.Desk.Parts;
using Marsad.Desk.Readers;
using Microsoft.AspNetCore.Components;

namespace Marsad.Desk.Pages;

/// <summary>A whole page: it is handed its reader and what it shows, and reads nothing itself.</summary>
public abstract class DeskPage : DeskComponent
{
    [Parameter, EditorRequired]
    public Reader Reader { get; set; } = null!;

    protected override void OnParametersSet() => R = Reader;
}

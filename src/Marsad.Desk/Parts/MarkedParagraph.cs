using Marsad.Desk.Marking;
using Marsad.Language.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Marsad.Desk.Parts;

/// <summary>One paragraph of an article with its marks; written by hand, as marks open and close across each other.</summary>
public sealed class MarkedParagraph : DeskComponent
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public Span Stretch { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Mark> Marks { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var step in MarkedText.Steps(Stretch, Marks)) Write(builder, step);
    }

    private void Write(RenderTreeBuilder builder, MarkStep step)
    {
        switch (step.Kind)
        {
            case MarkStepKind.Open: Open(builder, step.Mark!, step.First); break;
            case MarkStepKind.Close: builder.CloseElement(); break;
            default: builder.AddContent(6, step.Words.In(Text)); break;
        }
    }

    private static void Open(RenderTreeBuilder builder, Mark mark, bool first)
    {
        builder.OpenElement(0, "mark");
        builder.AddAttribute(1, "class", $"{mark.Kind.ToString().ToLowerInvariant()}{(mark.Unsure ? " unsure" : "")}");
        if (first) builder.AddAttribute(2, "id", mark.Anchor);
        else builder.AddAttribute(3, "data-of", mark.Anchor);
        if (mark.Details is not null) builder.AddAttribute(4, "aria-details", mark.Details);
    }
}

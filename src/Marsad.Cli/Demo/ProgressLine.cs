namespace Marsad.Cli.Demo;

/// <summary>One line that tells how far something has come: rewritten in place at a terminal, not shown where it would fill a log.</summary>
internal sealed class ProgressLine(TextWriter output, bool isRedirected) : IDisposable
{
    private int _length;

    public void Show(string words)
    {
        if (isRedirected) return;
        output.Write('\r' + words.PadRight(_length));
        _length = words.Length;
    }

    public void Dispose()
    {
        if (_length > 0) output.WriteLine();
    }
}

using System.Globalization;

namespace Marsad.Desk.Readers;

/// <summary>The digits a reader chooses: 2,500 or the Arabic-Indic ones, which the east of the Arab world writes.</summary>
public enum DigitShape { Latin, Arabic }

/// <summary>Writes numbers in the reader's digits.</summary>
internal static class Digits
{
    private const char ArabicZero = '\u0660';
    private const char ArabicThousands = '\u066C';
    private const char ArabicDecimal = '\u066B';

    /// <summary>A number with its thousands set apart and at most two decimals.</summary>
    public static string Number(decimal value, DigitShape shape)
    {
        var latin = value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return shape == DigitShape.Latin ? latin : In(latin, shape).Replace(',', ArabicThousands).Replace('.', ArabicDecimal);
    }

    /// <summary>Text of ours (a date, a time) with its digits in the reader's shape; all else stays.</summary>
    public static string In(string text, DigitShape shape) =>
        shape == DigitShape.Latin ? text : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsAsciiDigit(source[i]) ? (char)(ArabicZero + (source[i] - '0')) : source[i];
        });
}

namespace Marsad.Language.Tests.Figures;

/// <summary>Writes numbers as Arabic words and digits: the plain reference that reading is held against.</summary>
internal static class Spelled
{
    private static readonly string[] Units = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];
    private static readonly string[] Tens = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];
    private static readonly string[] Hundreds = ["", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"];

    public static string Number(int value)
    {
        var groups = new List<string>();
        AddScale(groups, value / 1_000_000, "مليون", "مليونان", "ملايين");
        AddScale(groups, value / 1000 % 1000, "ألف", "ألفان", "آلاف");
        if (value % 1000 > 0) groups.Add(Below1000(value % 1000));
        return string.Join(" و", groups);
    }

    public static string ArabicDigits(int value) => string.Concat(value.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('٠' + (digit - '0'))));

    private static void AddScale(List<string> groups, int count, string one, string two, string many)
    {
        if (count == 1) groups.Add(one);
        else if (count == 2) groups.Add(two);
        else if (count > 0) groups.Add(Below1000(count) + " " + (count is >= 3 and <= 10 ? many : one));
    }

    private static string Below1000(int value)
    {
        var parts = new List<string>();
        if (value >= 100) parts.Add(Hundreds[value / 100]);
        var rest = value % 100;
        if (rest is > 0 and < 10) parts.Add(Units[rest]);
        else if (rest == 10) parts.Add("عشرة");
        else if (rest is > 10 and < 20) parts.Add((rest == 11 ? "أحد" : rest == 12 ? "اثنا" : Units[rest - 10]) + " عشر");
        else if (rest > 0) parts.Add((rest % 10 > 0 ? Units[rest % 10] + " و" : "") + Tens[rest / 10]);
        return string.Join(" و", parts);
    }
}

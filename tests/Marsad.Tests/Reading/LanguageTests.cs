using Marsad.Reading;

namespace Marsad.Tests.Reading;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("ar", "قالت البلدية إن المياه عادت إلى ثلاثة أحياء في المدينة القديمة بعد انقطاع طويل.")]
    [InlineData("ar", "قال مدير شركة گوگل إن الخدمة عادت إلى العمل في مدن عدة، وإن المشكلة كانت في الشبكة الرئيسية وليست في الأجهزة.")]
    [InlineData("fa", "شهرداری گفت که آب پس از چهار روز قطعی به سه محله برگشته است و مردم می‌توانند از آن استفاده کنند.")]
    [InlineData("ur", "بلدیہ نے کہا ہے کہ پانی چار دن کے بعد تین محلوں میں واپس آ گیا ہے اور لوگ اسے استعمال کر سکتے ہیں۔")]
    [InlineData("ckb", "شارەوانی ڕایگەیاند کە ئاو دوای چوار ڕۆژ گەڕایەوە بۆ سێ گەڕەکی شارەکە و خەڵک دەتوانن بەکاری بهێنن.")]
    public void Languages_of_the_Arabic_script_are_told_apart_whatever_the_page_declares(string language, string text) => Assert.Equal(language, PageLanguage.Of(text, "ar"));

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("de_DE", "de")]
    [InlineData("ar", null)]
    [InlineData(null, null)]
    public void Latin_script_asks_the_page(string? declared, string? language) => Assert.Equal(language, PageLanguage.Of("A text in a script that many languages share.", declared));
}

using Marsad.Language.Tokens;

namespace Marsad.Language.Tests.Tokens;

public sealed class NumberTokenTests
{
    [Theory]
    [InlineData("و29 سيدة", "و|29|سيدة")]
    [InlineData("بـ27 مركزا", "بـ|27|مركزا")]
    [InlineData("طائرة F16 واحدة", "طائرة|F16|واحدة")]
    [InlineData("كوفيد19", "كوفيد|19")]
    [InlineData("الـ2,500", "الـ|2,500")]
    public void A_number_glued_to_an_Arabic_particle_is_a_token_of_its_own(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', new Document(text).Tokens.Select(token => token.Span.In(text))));
}

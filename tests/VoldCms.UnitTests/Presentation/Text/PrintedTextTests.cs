using VoldCms.Presentation.Text;

namespace VoldCms.UnitTests.Presentation.Text;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One line", "p:One line")]
    [InlineData("Two\nlines", "p:Two/lines")]
    [InlineData("One\r\n\r\nTwo", "p:One p:Two")]
    [InlineData("Lead: • First • Second", "p:Lead: ul:First/Second")]
    [InlineData("Lead:\n• First\nbroken line\n• Second", "p:Lead: ul:First broken line/Second")]
    [InlineData("• First\n• Second\n\nAfter", "ul:First/Second p:After")]
    [InlineData(" • \n ", "")]
    [InlineData("I form av: - Rutiner - Kurs - E-læring", "p:I form av:/- Rutiner/- Kurs/- E-læring")]
    [InlineData("- Rutiner - Kurs", "p:- Rutiner/- Kurs")]
    [InlineData("I 2022 - 2024: plan", "p:I 2022 - 2024: plan")]
    public void Words_become_paragraphs_and_lists(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', PrintedText.Read(text).Select(block => $"{(block.IsList ? "ul" : "p")}:{string.Join('/', block.Lines)}"))
        );

    [Theory]
    [InlineData("Innføre\nordninger: • Én • To", "Innføre ordninger:", "• Én • To")]
    [InlineData("Hospitering. Det tilrettelegges for det.", "Hospitering.", "Det tilrettelegges for det.")]
    [InlineData("Tenke nytt – sammen. Samkjøre prosjekter.", "Tenke nytt – sammen.", "Samkjøre prosjekter.")]
    [InlineData("Til målgrupper. (se tiltak nr 9 og 10)", "Til målgrupper.", "(se tiltak nr 9 og 10)")]
    [InlineData("Opplæring i form av: - Rutiner - Kurs", "Opplæring i form av:", "- Rutiner - Kurs")]
    [InlineData("Som bygger på: 1.Retningslinje 2.Plan", "Som bygger på:", "1.Retningslinje 2.Plan")]
    [InlineData("Kurs, jf. Norges lover, f.eks. NAV, kl. 8", "Kurs, jf. Norges lover, f.eks. NAV, kl. 8", "")]
    [InlineData("Første avsnitt\n\nAndre. Tredje", "Første avsnitt", "Andre. Tredje")]
    [InlineData("• Én • To", "Én To", "")]
    [InlineData(" ", "", "")]
    public void A_heading_is_the_first_sentence_and_the_rest_goes_on_below(string text, string name, string rest) =>
        Assert.Equal(new(name, rest), PrintedText.Split(text));
}

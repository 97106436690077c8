using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// Of each municipality, on a small phone: whoever opens the front page has the shelter's number before her, or is told who answers
/// instead.
/// </summary>
public sealed class FrontPageTests(SeededSite site, Browser browser)
{
    private const int Width = 360;
    private const int Height = 640;
    private const int MostScreens = 2;
    private const string Helpline = "tel:116006";

    // Of the first number to press in the text: where it leads, where it ends on the page, and what its card says.
    private const string FirstNumber = """
        () => {
          const call = document.querySelector('main a[href^="tel:"]');
          const bottom = call.getBoundingClientRect().bottom + scrollY;
          return [call.getAttribute('href'), String(bottom), call.closest('li').textContent.replace(/\s+/g, ' ')];
        }
        """;

    public static TheoryData<string, string, string> Fronts =>
        new(
            from front in new[]
            {
                (Tenant: "porsgrunn", Number: "tel:35503800", Cultures: (string[])["nb", "nn", "en"]),
                (Tenant: "tonsberg", Number: "tel:33359191", Cultures: ["nb", "nn", "en"]),
                (Tenant: "mosseregionen", Number: "tel:69250550", Cultures: ["nb", "nn", "en"]),
                (Tenant: "stavanger", Number: Helpline, Cultures: ["nb", "nn", "en"]),
                (Tenant: "prove", Number: Helpline, Cultures: ["nb", "en", "ar"]),
            }
            from culture in front.Cultures
            select (front.Tenant, culture, front.Number)
        );

    [Theory, MemberData(nameof(Fronts))]
    public async Task The_first_number_is_the_shelters_and_stands_within_two_screens(string tenant, string culture, string number)
    {
        await using var visit = await PhoneAsync();
        await visit.OpenAsync($"/{tenant}/{culture}");

        var first = await visit.Page.EvaluateAsync<string[]>(FirstNumber);
        var screens = double.Parse(first[1], System.Globalization.CultureInfo.InvariantCulture) / Height;
        TestContext.Current.SendDiagnosticMessage("/{0}/{1}: {2} after {3:0.0} screens, no press", tenant, culture, first[0], screens);

        Assert.Equal(number, first[0]);
        Assert.True(screens <= MostScreens, $"{screens:0.0} screens");
        Assert.Equal(number == Helpline, first[2].Contains(UnknownIn(culture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task The_emergency_numbers_take_two_low_rows(string culture)
    {
        await using var visit = await PhoneAsync();
        await visit.OpenAsync($"/stavanger/{culture}");
        var height = await visit.Page.EvaluateAsync<double>("() => document.querySelector('.emergency').getBoundingClientRect().height");

        TestContext.Current.SendDiagnosticMessage("emergency numbers in {0}: {1} px", culture, height);
        Assert.InRange(height, 44, 100);
        Assert.All(
            await visit.Page.EvaluateAsync<double[]>(
                "() => [...document.querySelectorAll('.emergency a')].map((link) => link.getBoundingClientRect().height)"
            ),
            link => Assert.True(link >= 44, $"{link} px")
        );
    }

    private Task<Visit> PhoneAsync() =>
        browser.VisitAsync(
            site.Address,
            new()
            {
                ViewportSize = new() { Width = Width, Height = Height },
            }
        );

    private static string UnknownIn(string culture) =>
        culture switch
        {
            "nb" => "Vi kjenner ikke nummeret til krisesenteret der du bor.",
            "nn" => "Vi kjenner ikkje nummeret til krisesenteret der du bur.",
            "ar" => "لا نعرف رقم مركز الأزمات",
            _ => "We do not know the number of the crisis shelter where you live.",
        };
}

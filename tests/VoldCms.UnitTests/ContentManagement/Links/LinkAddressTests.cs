using VoldCms.ContentManagement.Links;

namespace VoldCms.UnitTests.ContentManagement.Links;

public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("https://www.rvts.no/sor?a=1#b", "https://www.rvts.no/sor?a=1#b", "rvts.no")]
    [InlineData(" HTTPS://Rvts.no ", "HTTPS://Rvts.no", "rvts.no")]
    [InlineData("www.rvts.no", "https://www.rvts.no", "rvts.no")]
    [InlineData("rvts.no/kurs/a.html", "https://rvts.no/kurs/a.html", "rvts.no")]
    [InlineData("www.svg.pdf", "https://www.svg.pdf", "svg.pdf")]
    [InlineData("blåkors.no", "https://blåkors.no", "xn--blkors-jua.no")]
    [InlineData("https://rvts.no/en to.pdf", "https://rvts.no/en%20to.pdf", "rvts.no")]
    [InlineData("mailto:post@kommune.no", "mailto:post@kommune.no", null)]
    [InlineData("tel:+47 116 006", "tel:+47 116 006", null)]
    [InlineData("sms:2097", "sms:2097", null)]
    public void What_leads_elsewhere_is_completed(string given, string href, string? domain) =>
        Assert.Equal(new LinkAddress(href, LinkDestination.Elsewhere, domain), LinkAddress.Read(given));

    [Theory]
    [InlineData("/nb/hjelp/na", LinkDestination.Site)]
    [InlineData("#tiltak", LinkDestination.Site)]
    [InlineData("?tilstand=1", LinkDestination.Site)]
    [InlineData("/", LinkDestination.Site)]
    [InlineData("side.html", LinkDestination.Relative)]
    [InlineData("nb/hjelp", LinkDestination.Relative)]
    [InlineData("punktum. Og mer", LinkDestination.Relative)]
    [InlineData("1.2", LinkDestination.Relative)]
    public void Places_on_the_site_stay_as_they_are(string given, LinkDestination target) =>
        Assert.Equal(new LinkAddress(given, target, null), LinkAddress.Read(given));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:https://x.no/1")]
    [InlineData("view-source:https://x.no")]
    [InlineData("intent://x#Intent;end")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("https:///evil.example")]
    [InlineData("https://\\evil.example")]
    [InlineData("https://")]
    [InlineData("http://#")]
    [InlineData("https://rvts.no@evil.example/")]
    [InlineData("https://rvts.no%40evil.example/")]
    [InlineData("https://@evil.example/")]
    [InlineData("https://user:pass@evil.example/")]
    [InlineData("https://rvts.no\u202e/on.live")]
    [InlineData("https://rv\u200bts.no/")]
    [InlineData("https://rvts.no/\u3164")]
    [InlineData("https://rvts.no/a\u2800b")]
    [InlineData("https://rvts.no/\u2066x")]
    [InlineData("\u202ehttps://rvts.no")]
    [InlineData("https://rvts.no/\u00a0x")]
    [InlineData("https://rvts.no/\"onclick=x")]
    [InlineData("https://a b.no/")]
    [InlineData("rvts.no:8080/x")]
    [InlineData("mailto:")]
    [InlineData("mailto:a@b.no?bcc=evil@x.no&body=hi")]
    [InlineData("mailto:a@b.no?subject=x")]
    [InlineData("mailto:a@b.no,evil@x.no")]
    [InlineData("mailto:a%40evil.no,b@b.no")]
    [InlineData("mailto:javascript:alert(1)")]
    [InlineData("mailto:a@b.no&x=y")]
    [InlineData("mailto:a")]
    [InlineData("tel:*21*99999999#")]
    [InlineData("tel:112?body=x")]
    [InlineData("tel:112;phone-context=x")]
    [InlineData("sms:112?body=x")]
    [InlineData("sms:x")]
    [InlineData(":x")]
    public void Nobody_is_sent_to_what_is_no_address(string given) => Assert.Null(LinkAddress.Read(given));

    [Fact]
    public void What_was_completed_stays_as_it_is() =>
        Assert.All(
            ["www.rvts.no", "rvts.no/a?b", "/x", "https://x.no"],
            given =>
            {
                var read = LinkAddress.Read(given)!;
                Assert.Equal(read, LinkAddress.Read(read.Href));
                Assert.Null(LinkAddress.FindProblem(read.Href));
            }
        );

    [Theory]
    [InlineData("post@kommune.no", true)]
    [InlineData("ola.nordmann+hjelp@sub.kommune.no", true)]
    [InlineData("", true)]
    [InlineData("a@b.no?bcc=evil@x.no", false)]
    [InlineData("a@b.no, c@d.no", false)]
    [InlineData("Post <post@kommune.no>", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("kommune.no", false)]
    public void A_mailbox_is_one_receiver(string given, bool isOne) => Assert.Equal(isOne, LinkAddress.FindMailboxProblem(given) is null);

    [Theory]
    [InlineData("www.rvts.no", "names no scheme; it is read as 'https://www.rvts.no'")]
    [InlineData("javascript:x", $"is no address that a link may have; expected {LinkAddress.Expected}")]
    [InlineData("nb/hjelp", $"is no address that a link may have; expected {LinkAddress.Expected}")]
    [InlineData("https://rvts.no/en to.pdf", null)]
    [InlineData("", null)]
    [InlineData("/nb/hjelp", null)]
    public void What_is_wrong_is_said(string given, string? problem) => Assert.Equal(problem, LinkAddress.FindProblem(given));
}

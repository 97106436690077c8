using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.HelpPages;

/// <summary>The municipalities that the tests of help pages look at.</summary>
public sealed class HelpPagesSite() : MunicipalitiesSite("stavanger", "porsgrunn", "tonsberg", "mosseregionen");

/// <summary>Tests of help pages share one site.</summary>
[CollectionDefinition(Name)]
public sealed class HelpMunicipalities : ICollectionFixture<HelpPagesSite>
{
    public const string Name = "Municipalities with help pages";
}

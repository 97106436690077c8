namespace VoldCms.IntegrationTests.Web;

/// <summary>The municipalities that the tests of help pages look at.</summary>
public sealed class HelpPagesSite() : MunicipalitiesSite("stavanger", "tonsberg");

using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.HelpPages;

/// <summary>The municipalities that the tests of help pages look at.</summary>
public sealed class HelpPagesSite() : MunicipalitiesSite("stavanger", "tonsberg");

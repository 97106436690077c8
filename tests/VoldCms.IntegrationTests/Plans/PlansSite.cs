using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans;

/// <summary>The four municipalities with the five documents.</summary>
public sealed class PlansSite() : MunicipalitiesSite("stavanger", "porsgrunn", "tonsberg", "mosseregionen");

using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans;

/// <summary>The four municipalities with the five documents.</summary>
public sealed class PlansSite() : MunicipalitiesSite("stavanger", "porsgrunn", "tonsberg", "mosseregionen");

/// <summary>Tests of plans read one site, set up once.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPlansSite : ICollectionFixture<PlansSite>
{
    public const string Name = "The municipalities with their plans";
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace VoldCms.Data.Model;

/// <summary>EF keeps one model for each context type and set of contributions.</summary>
internal sealed class ContributedModelCacheKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (
            context.GetType(),
            designTime,
            string.Join(';', ((CmsDbContext)context).Contributions.Select(contribution => contribution.GetType().AssemblyQualifiedName))
        );
}

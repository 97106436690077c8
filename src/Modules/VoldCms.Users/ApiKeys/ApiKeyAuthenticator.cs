using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Tenancy;
using VoldCms.Hosting.Security;

namespace VoldCms.Users.ApiKeys;

/// <summary><c>Authorization: Bearer voldcms_…</c>. Whatever is wrong with a key, the answer is the same. Scoped.</summary>
internal sealed class ApiKeyAuthenticator(
    ApiKeyDirectory keys,
    ApiKeyUse use,
    ITenantDbContexts contexts,
    TenantContext tenant,
    TimeProvider clock
) : IRequestAuthenticator
{
    private const string Scheme = "Bearer";

    private static readonly byte[] s_nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    private static readonly Authentication s_refused = new Authentication.Refused(
        "Bearer error=\"invalid_token\"",
        "The API key is not one of this site's, or it has expired or been revoked."
    );

    public bool IsAmbient => false;

    public async ValueTask<Authentication> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers.Authorization;
        if (!header.Any(IsBearer))
        {
            return Authentication.Absent;
        }

        if (header is not [{ } value] || !ApiKeyToken.TryParse(value[Scheme.Length..].Trim(), out var token))
        {
            return s_refused;
        }

        var found = await keys.FindAsync(tenant.Id, token.KeyId, ReadAsync, cancellationToken);
        // An unknown id is compared too, so that it takes as long as a wrong secret.
        if (
            !CryptographicOperations.FixedTimeEquals(token.HashSecret(), found?.SecretHash ?? s_nobody)
            || found?.Key is not { } key
            || !key.IsValidAt(clock.GetUtcNow())
        )
        {
            return s_refused;
        }

        use.Note(context, tenant.Tenant, key);
        return new Authentication.Known(key.ToPrincipal());
    }

    private static bool IsBearer(string? header) =>
        header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
        && (header.Length == Scheme.Length || header[Scheme.Length] == ' ');

    private async Task<List<ApiKeyRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await context.Set<ApiKeyRow>().AsNoTracking().ToListAsync(cancellationToken);
    }
}

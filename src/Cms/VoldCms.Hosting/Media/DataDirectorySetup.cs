using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Media;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Media;

/// <summary>The data directory, and what the engine keeps there.</summary>
public static class DataDirectorySetup
{
    /// <summary>Adds the folder, and the media libraries in it.</summary>
    public static void AddDataDirectory(this IServiceCollection services, DataDirectory data)
    {
        services.AddSingleton(data);
        services.AddSingleton<IMediaLibrary, DiskMediaLibrary>();
    }
}

using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Media;
using VoldCms.Testing;

namespace VoldCms.UnitTests.Hosting.Media;

public sealed class DiskMediaLibraryTests : IDisposable
{
    private static readonly Tenant s_tenant = new() { Id = new(1), Name = "Moss" };
    private static readonly Tenant s_neighbour = new() { Id = new(2), Name = "Moss2" };

    private readonly TemporaryFolder _data = new();
    private readonly DiskMediaLibrary _library;

    public DiskMediaLibraryTests() => _library = new(new(_data.Path), TimeProvider.System);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_is_written_is_found_and_listed_by_path_in_its_tenants_library_alone()
    {
        foreach (var text in new[] { "b.png", "a/c.png", "a/b/d.png" })
        {
            Assert.True(await WriteAsync(text, [1, 2, 3]));
        }

        Assert.Equal(["a/b/d.png", "a/c.png", "b.png"], List("", withSubfolders: true));
        Assert.Equal(["b.png"], List("", withSubfolders: false));
        Assert.Equal(["a/c.png"], List("a", withSubfolders: false));
        Assert.Equal(3, _library.Find(s_tenant, PathOf("a/c.png"))!.Length);
        Assert.Equal([1, 2, 3], _library.Read(s_tenant, PathOf("a/c.png")));
        Assert.Null(_library.Find(s_neighbour, PathOf("a/c.png")));
        Assert.Empty(_library.List(s_neighbour, MediaPath.Root, withSubfolders: true));
    }

    [Fact]
    public async Task A_file_is_written_over_and_leaves_nothing_beside_it()
    {
        await WriteAsync("a.png", [1]);
        await WriteAsync("a.png", [2]);

        Assert.Equal([2], _library.Read(s_tenant, PathOf("a.png")));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_data.Path, "media", "moss")));
    }

    [Theory]
    [InlineData("a/b.png", "a")]
    [InlineData("a", "a/b.png")]
    [InlineData("a", "a/b/c.png")]
    public async Task A_file_does_not_take_a_folders_place_nor_a_folder_a_files(string first, string second)
    {
        await WriteAsync(first, [1]);

        Assert.False(await WriteAsync(second, [2]));
        Assert.Equal([first], List("", withSubfolders: true));
    }

    [Fact]
    public async Task What_lies_behind_a_link_is_not_there()
    {
        await WriteAsync("own.png", [1]);
        var root = Path.Combine(_data.Path, "media", "moss");
        var outside = Directory.CreateDirectory(Path.Combine(_data.Path, "keys")).FullName;
        File.WriteAllText(Path.Combine(outside, "key.xml"), "secret");
        File.CreateSymbolicLink(Path.Combine(root, "key.xml"), Path.Combine(outside, "key.xml"));
        Directory.CreateSymbolicLink(Path.Combine(root, "keys"), outside);

        Assert.Equal(["own.png"], List("", withSubfolders: true));
        Assert.Empty(List("keys", withSubfolders: true));
        Assert.Null(_library.Find(s_tenant, PathOf("key.xml")));
        Assert.Null(_library.Find(s_tenant, PathOf("keys/key.xml")));
        Assert.False(await WriteAsync("keys/new.xml", [1]));
        Assert.False(await WriteAsync("key.xml", [1]));
        Assert.Equal("secret", File.ReadAllText(Path.Combine(outside, "key.xml")));
        Assert.Single(Directory.EnumerateFiles(outside));
    }

    /// <summary>To open a pipe is to wait for its other end.</summary>
    [Fact(Timeout = 30_000)]
    public async Task What_is_no_regular_file_is_not_there_and_is_never_opened()
    {
        await WriteAsync("own.png", [1]);
        var root = Path.Combine(_data.Path, "media", "moss");
        await SpecialFiles.MakePipeAsync(Path.Combine(root, "pipe.png"), TestContext.Current.CancellationToken);
        SpecialFiles.MakeSocket(Path.Combine(root, "socket.png"));
        File.CreateSymbolicLink(Path.Combine(root, "device.png"), "/dev/zero");

        Assert.Equal(["own.png"], List("", withSubfolders: true));
        foreach (var name in new[] { "pipe.png", "socket.png", "device.png" })
        {
            Assert.Null(_library.Find(s_tenant, PathOf(name)));
            Assert.Throws<IOException>(() => _library.Read(s_tenant, PathOf(name)));
            Assert.False(await WriteAsync(name, [1]));
            Assert.False(await WriteAsync($"{name}/below.png", [1]));
        }

        Assert.Equal(["device.png", "pipe.png", "socket.png"], _library.PassedOver(s_tenant));
    }

    [Theory]
    [InlineData("A/x.png", "a/x.png", "A")]
    [InlineData("a/x.png", "a/X.PNG", "a/x.png")]
    [InlineData("a/b/x.png", "a/B/y.png", "a/b")]
    [InlineData("a", "A/x.png", "a")]
    [InlineData("æ/Ø.png", "Æ/ø.png", "æ")]
    [InlineData("caf\u00e9.png", "CAFE\u0301.png", "caf\u00e9.png")]
    public async Task A_path_that_differs_by_case_alone_from_one_that_is_there_has_no_place(string there, string path, string inTheWay)
    {
        await WriteAsync(there, [1]);

        Assert.Contains($"'{inTheWay}' is there", _library.FindObstacle(s_tenant, PathOf(path)), StringComparison.Ordinal);
        Assert.False(await WriteAsync(path, [2]));
        Assert.Equal([there], List("", withSubfolders: true));
        Assert.Equal([1], _library.Read(s_tenant, PathOf(there)));
    }

    /// <summary>Letters are compared one by one, in no language: what systems that ignore case take for two names is two here.</summary>
    [Theory]
    [InlineData("stra\u00dfe.png", "STRASSE.png")]
    [InlineData("i.png", "\u0131.png")]
    [InlineData("i.png", "\u0130.png")]
    public async Task Names_that_are_alike_in_some_language_alone_are_two(string there, string path)
    {
        await WriteAsync(there, [1]);

        Assert.True(await WriteAsync(path, [2]));
        Assert.Equal([1], _library.Read(s_tenant, PathOf(there)));
    }

    /// <summary>As an unpacked archive brings it; systems that compose letters take the two for one.</summary>
    [Fact]
    public async Task A_name_on_disk_whose_letters_are_in_parts_is_in_the_way_of_the_composed_one()
    {
        await WriteAsync("own.png", [1]);
        File.WriteAllText(Path.Combine(_data.Path, "media", "moss", "cafe\u0301.png"), "x");

        Assert.False(await WriteAsync("caf\u00e9.png", [1]));
    }

    [Fact]
    public async Task A_library_of_before_that_has_both_is_read_and_both_are_written_over()
    {
        foreach (var folder in new[] { "A", "a" })
        {
            var path = Path.Combine(_data.Path, "media", "moss", folder);
            Directory.CreateDirectory(path);
            File.WriteAllText(Path.Combine(path, "x.png"), folder);
        }

        Assert.Equal(["A/x.png", "a/x.png"], List("", withSubfolders: true));
        Assert.True(await WriteAsync("a/x.png", [1]));
        Assert.True(await WriteAsync("A/x.png", [2]));
        Assert.Equal([1], _library.Read(s_tenant, PathOf("a/x.png")));
        Assert.False(await WriteAsync("a/X.png", [3]));
    }

    [Fact]
    public async Task Files_that_no_path_names_are_not_listed()
    {
        await WriteAsync("a.png", [1]);
        var root = Path.Combine(_data.Path, "media", "moss");
        Directory.CreateDirectory(Path.Combine(root, ".git"));
        foreach (var name in new[] { ".0.tmp", ".git/b.png", @"a\b.png", "a:b.png", "nul.png", "a.png " })
        {
            File.WriteAllText(Path.Combine(root, name), "x");
        }

        Assert.Equal(["a.png"], List("", withSubfolders: true));
    }

    [Fact]
    public async Task A_library_is_removed_whole_and_the_neighbours_stays()
    {
        await WriteAsync("a/b.png", [1]);
        await _library.TryWriteAsync(s_neighbour, PathOf("a.png"), new byte[] { 1 }, TestContext.Current.CancellationToken);

        _library.RemoveAll(s_tenant);
        _library.RemoveAll(s_tenant);

        Assert.Empty(List("", withSubfolders: true));
        Assert.Single(_library.List(s_neighbour, MediaPath.Root, withSubfolders: true));
    }

    private Task<bool> WriteAsync(string path, byte[] content) =>
        _library.TryWriteAsync(s_tenant, PathOf(path), content, TestContext.Current.CancellationToken);

    private IEnumerable<string> List(string folder, bool withSubfolders)
    {
        Assert.True(MediaPath.TryParseFolder(folder, out var start));
        return _library.List(s_tenant, start, withSubfolders).Select(file => file.Path.Value);
    }

    private static MediaPath PathOf(string text)
    {
        Assert.True(MediaPath.TryParse(text, out var path));
        return path;
    }
}

namespace Nearcall.PublicSurface.Tests;

/// <summary>A change of the public surface is a change of a reviewed text file, in the same commit.</summary>
public sealed class PublicSurfaceTests
{
    private const string File = "PublicAPI.txt";
    private const string Update = "UPDATE_PUBLIC_API";

    public static TheoryData<string> Libraries => ProductLibrary.Names;

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicSurface_Library_IsTheReviewedOne(string library)
    {
        var path = ProductLibrary.PathOf(library, File);
        var actual = SurfaceText.Of(ProductLibrary.Load(library));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            System.IO.File.WriteAllText(path, actual);
        }

        var reviewed = System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : "";
        var difference = TextDifference.Between(reviewed, actual);

        Assert.True(
            difference.Length == 0,
            $"The public surface of {library} is not what src/{library}/{File} says. If that is meant, run the tests once with "
                + $"{Update}=1 and commit the file.\n\n{difference}");
    }
}

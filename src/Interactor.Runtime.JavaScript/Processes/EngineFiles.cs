using System.Reflection;
using System.Text.Json;

namespace Interactor.Runtime.JavaScript.Processes;

/// <summary>The engine, embedded in this assembly. It reaches the process through its pipe, so that nothing is unpacked and no file has to be readable there.</summary>
internal static class EngineFiles
{
    private static readonly string[] Texts = ["thread.js", "inside.js", "core.js", "types.js", "ffi.js", "emscripten.js"];

    private static readonly Lazy<byte[]> Frame = new(WriteFrame);

    /// <summary>The first frame for a process: every file by its name, the binary one as Base64.</summary>
    /// <exception cref="ScriptException"><see cref="ScriptFailure.Unavailable"/>: this assembly was built without its engine.</exception>
    public static byte[] StartFrame => Frame.Value;

    /// <summary>The program of the process.</summary>
    public static string Program => System.Text.Encoding.UTF8.GetString(Read("process.js"));

    private static byte[] WriteFrame()
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("files");
            foreach (string name in Texts)
            {
                json.WriteString(name, Read(name));
            }

            json.WriteBase64String("engine.wasm", Read("engine.wasm"));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static byte[] Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ScriptException(ScriptFailure.Unavailable, "Interactor.Runtime.JavaScript was built without its engine. Install npm and build it again.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

"""Turn trained weights into the ONNX file that the package reads: 8-bit integers, about 23 MB.

usage: export_tagger.py WEIGHTS.pt OUT.onnx [--float]
"""

import argparse
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

OUTPUTS = ["tags", "to_cue", "to_source"]


def export(weights: Path, out: Path) -> None:
    """The network as a graph over (1, pieces), in 32-bit floats."""
    network = Network()
    network.load_state_dict(torch.load(weights, weights_only=True))
    network.eval()
    axes = {"ids": {1: "pieces"}, "tags": {1: "pieces"}, **{o: {1: "pieces", 2: "pieces"} for o in OUTPUTS[1:]}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the older exporter needs no package beside onnx
        ids = torch.tensor([[101, *range(1000, 1036), 102]])
        torch.onnx.export(
            network, (ids,), str(out), input_names=["ids"], output_names=OUTPUTS, dynamic_axes=axes, dynamo=False
        )


def quantise(source: Path, out: Path) -> None:
    """Weights as 8-bit integers, a scale a column.

    They use seven of the eight bits: on processors without VNNI a full-range product overflows 16 bits, so that the
    same text would get other scores there.
    """
    quantize_dynamic(source, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    model = onnx.load(out)
    del model.metadata_props[:]
    model.producer_name, model.producer_version, model.doc_string = "onrecord", "", ""
    onnx.save(model, out)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="leave the weights as 32-bit floats (90 MB)")
    args = parser.parse_args()
    if args.float:
        export(args.weights, args.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        export(args.weights, whole)
        quantise(whole, args.out)


if __name__ == "__main__":
    main()

package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

// TestProfile reads the colour profile as ICC.1 says, and looks whether its
// three colours together are the white of the connection space.
func TestProfile(t *testing.T) {
	p := srgb()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[12:24]) != "mntrRGB XYZ " || string(p[36:40]) != "acsp" || len(p)%4 != 0 {
		t.Fatalf("the header is %x, the profile %d bytes", p[:128], len(p))
	}
	data := map[string][]byte{}
	for i := range int(be.Uint32(p[128:])) {
		entry := p[132+12*i:]
		at, n := be.Uint32(entry[4:]), be.Uint32(entry[8:])
		if at%4 != 0 || int(at+n) > len(p) {
			t.Errorf("%s lies at %d, %d bytes long", entry[:4], at, n)
		}
		data[string(entry[:4])] = p[at : at+n]
	}
	for _, name := range []string{"desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"} {
		if data[name] == nil {
			t.Errorf("the profile has no %s", name)
		}
	}
	number := func(name string, i int) float64 { return float64(int32(be.Uint32(data[name][8+4*i:]))) / 65536 }
	for i, white := range []float64{0.9642, 1, 0.8249} {
		if sum := number("rXYZ", i) + number("gXYZ", i) + number("bXYZ", i); math.Abs(sum-white) > 0.0002 || math.Abs(number("wtpt", i)-white) > 0.0002 {
			t.Errorf("white is %f, and the colours sum up to %f, want %f", number("wtpt", i), sum, white)
		}
	}
	// The adaptation takes the white of sRGB, D65, to D50.
	d65 := [3]float64{0.9505, 1, 1.0891}
	for i, white := range []float64{0.9642, 1, 0.8249} {
		got := 0.0
		for j := range d65 {
			got += number("chad", 3*i+j) * d65[j]
		}
		if math.Abs(got-white) > 0.001 {
			t.Errorf("the white of sRGB is taken to %f, want %f", got, white)
		}
	}
	if got := number("rTRC", 1); got != 2.4 && math.Abs(got-2.4) > 0.0001 {
		t.Errorf("the curve has the power %f, want 2.4", got)
	}
}
